/** Lines after which everything is somebody else's: what mail programs write above what they forward or quote. */
export const DIVIDERS: readonly RegExp[] = [
  /^[-_*=]{2,} ?(?:original message|original appointment|forwarded message|forwarded by .{1,200}|reply message) ?[-_*=]{2,}/i,
  /^[-_*=]{2,} ?(?:ursprüngliche (?:nachricht|mail)|original-?nachricht|weitergeleitete nachricht) ?[-_*=]{2,}/i,
  /^[-_*=]{2,} ?(?:message d['’]origine|message original|message transféré|courriel original|message transmis) ?[-_*=]{2,}/i,
  /^[-_*=]{2,} ?(?:mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada) ?[-_*=]{2,}/i,
  /^[-_*=]{2,} ?(?:元のメッセージ|転送されたメッセージ|転送メッセージ|原始邮件|原始郵件|转发的邮件|转发邮件信息|轉寄的郵件|मूल संदेश|अग्रेषित संदेश) ?[-_*=]{2,}/,
  /^(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié|début du message transféré|inicio del mensaje reenviado|início da mensagem (?:reencaminhada|encaminhada)) ?:/i,
  /^(?:転送されたメッセージ|開始轉寄郵件|开始转发的邮件) ?[:：]/,
  /^_{20,}$/,
];

/**
 * Lines that say who wrote what follows, in the eight languages and how their mail programs word it. Beginning and end
 * are looked for one after the other, so that no line takes long.
 */
export const ATTRIBUTIONS: readonly { readonly begins: RegExp; readonly ends: RegExp }[] = [
  { begins: /^on .*\d/i, ends: /wrote ?:?$/i },
  { begins: /^\S.*[@\d]/, ends: / wrote ?:$/i },
  { begins: /^am .*\d/i, ends: /schrieb.{0,200}:$/i },
  { begins: /^\S/, ends: / schrieb(?: am .{1,100})? ?:$/i },
  { begins: /^le .*\d/i, ends: /(?:a écrit|écrit|écrivait) ?:$/i },
  { begins: /^el .*\d/i, ends: /escribió ?:$/i },
  { begins: /^(?:em|a|no dia|na) .*\d/i, ends: /escreveu ?:$/i },
  { begins: /\d{4}年.*\d|^20\d\d/, ends: /(?:のメッセージ|書きました|wrote|写道|寫道) ?[:：。]?$/i },
  { begins: /^(?:在|于|於) ?.*\d/, ends: /(?:写道|寫道) ?[:：]$/ },
  { begins: /\d/, ends: /ने लिखा ?[:ः]?$/ },
];

/** Names of fields that mail programs repeat above what they quote; three such lines in a row are a header. */
export const QUOTED_FIELDS =
  /^\*?(?:from|sent|to|cc|subject|date|reply-to|von|gesendet|datum|an|kopie|betreff|de|envoyé|date|à|objet|enviado(?: el)?|para|asunto|fecha|assunto|data|enviada em|差出人|送信日時|宛先|件名|日時|发件人|寄件者|发送时间|寄件日期|收件人|收件者|主题|主旨|日期|प्रेषक|भेजा गया|प्रति|विषय|दिनांक)\*? ?[:：]/i;

/** What stands alone above a signature: RFC 3676 §4.3, with or without its blank. */
export const SIGNATURE = /^-- ?$/;
