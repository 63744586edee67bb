const LATIN_ACCENTS = /[\u0300-\u036f]/g;
/** Devanagari's nukta and chandrabindu: written or not as people like. */
const OPTIONAL_IN_HINDI = [/\u093c/g, /\u0901/g] as const;
/** Chinese in traditional characters says the same: here are those that requests are made of, and the simple ones. */
const TRADITIONAL =
  "帳戶號刪註銷資訊數據個請貴務現從關實為們這還給與會時對開處傳發無聯絡電郵圖頭臉識別類檔項應當後過經種買賣廣訂閱權拋棄錯誤報兒歲讓謝問題麼樣備複製導轉載機訓練學習讀寫聲認證許絕終斷繼續減隱護產業專儲協幫煩盡僅屬於標記錄條約簽選擇優銀庫雲遠連網頁間離語說話變動態員國際營運氣東兩萬";
const SIMPLIFIED =
  "账户号删注销资讯数据个请贵务现从关实为们这还给与会时对开处传发无联络电邮图头脸识别类档项应当后过经种买卖广订阅权抛弃错误报儿岁让谢问题么样备复制导转载机训练学习读写声认证许绝终断继续减隐护产业专储协帮烦尽仅属于标记录条约签选择优银库云远连网页间离语说话变动态员国际营运气东两万";
const SIMPLE = new Map([...TRADITIONAL].map((character, at) => [character, SIMPLIFIED.charAt(at)]));
/** "(HT-77)": which request is meant, and nothing else. */
const REFERENCE = /\([a-z]{1,5}[- ]?\d[\d-]{0,12}\)/g;
const DEVANAGARI_ZERO = 0x0966;
const BETWEEN_CJK =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー、。]) (?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー、。])/gu;

/**
 * Returns a text as phrases are looked for in it: one case, one width, no accents, no invisible characters, one kind of
 * apostrophe, and one space wherever there is any white space.
 */
export function normalised(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Cf}|[\ufe00-\ufe0f]/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(LATIN_ACCENTS, "")
    .normalize("NFC")
    .replace(/\p{sc=Han}/gu, (character) => SIMPLE.get(character) ?? character)
    .replace(REFERENCE, " ")
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/[\u2010-\u2015−]/g, "-")
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - DEVANAGARI_ZERO))
    .replace(OPTIONAL_IN_HINDI[0], "")
    .replace(OPTIONAL_IN_HINDI[1], "\u0902");
  return plain
    .replace(/[\s*_~#|]+/g, " ")
    .trim()
    .replace(BETWEEN_CJK, "");
}
