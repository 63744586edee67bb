/** Where a mail program starts to quote, in case a quotation was left in. */
const ANSWER_STARTS = [
  /^on .{5,120} wrote:\s*$/im,
  /^am .{5,120} schrieb .{1,120}:\s*$/im,
  /^le .{5,120} a écrit\s*:\s*$/im,
  /^el .{5,120} escribió:\s*$/im,
  /^em .{5,120} escreveu:\s*$/im,
  /^.{5,120}(のメール|さんは書きました|に書きました|写道|寫道|ने लिखा)\s*[:：]\s*$/im,
];

/** A title between dashes, such as "---------- Forwarded message ---------", whatever the language. */
const TITLE_BETWEEN_DASHES = /^[ \t]*[-_=–—]{3,}[ \t]*[^\s\-_=–—][^\n]{0,80}?[-_=–—]{3,}[ \t]*$/m;
/** "Begin forwarded message:" of programs that draw no line. */
const FORWARD_TITLE =
  /^[ \t]*(begin forwarded message|forwarded message|anfang der weitergeleiteten|weitergeleitete nachricht|ursprüngliche nachricht|original message|début du message|message (transféré|réexpédié|d'origine)|inicio del mensaje|mensaje (reenviado|original)|início da mensagem|mensagem (encaminhada|reencaminhada|original)|転送(された)?メッセージ|元のメッセージ|转发(的)?邮件|原始邮件|अग्रेषित संदेश)[^\n]{0,40}$/im;
const SENDER_LINE =
  /^[ \t]*\**(from|von|de|da|差出人|送信者|发件人|發件人|寄件者|प्रेषक|की ओर से)\**[ \t]*[:：]\**[ \t]*\S/i;
const HEADER_LINE =
  /^[ \t]*\**(sent|to|date|subject|cc|gesendet|an|datum|betreff|envoyé|à|date|objet|enviado( el)?|para|fecha|asunto|data|assunto|enviada( em)?|送信日時|日時|日付|宛先|件名|发送时间|发送日期|日期|时间|收件人|主题|主旨|寄件日期|दिनांक|तारीख|भेजा गया|विषय|प्रति|सेवा में)\**[ \t]*[:：]/i;
const REPLY =
  /^\s*(re|aw|antw|fwd?|wg|sv|tr|rv|rif|enc|res|ref|i|vs|答复|回复|回覆|转发|轉寄|返信|転送)\s*[:：]/iu;
/** Lines after the sender's in which the rest of a header must come. */
const HEADER_LINES = 4;

/** Returns what comes before the first sign of somebody else's mail. */
export function beforeQuotation(text: string): string {
  const starts = [...ANSWER_STARTS.map((start) => text.search(start)), forwardStart(text)];
  return text.slice(0, Math.min(text.length, ...starts.filter((at) => at >= 0)));
}

/** Says whether a subject is the sender's own: that of an answer or of a forwarded mail is somebody else's. */
export function isOfSender(mail: { readonly subject: string; readonly text: string }): boolean {
  return !REPLY.test(mail.subject) && forwardStart(mail.text) < 0;
}

function forwardStart(text: string): number {
  const starts = [TITLE_BETWEEN_DASHES, FORWARD_TITLE].map((start) => text.search(start));
  const found = [...starts, headerStart(text)].filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

/** Where a header begins: a line that names a sender, and one of the next lines another field. */
function headerStart(text: string): number {
  const lines = text.split("\n");
  const at = lines.findIndex(
    (line, row) =>
      SENDER_LINE.test(line) &&
      lines.slice(row + 1, row + 1 + HEADER_LINES).some((next) => HEADER_LINE.test(next)),
  );
  return at < 0 ? -1 : lines.slice(0, at).reduce((length, line) => length + line.length + 1, 0);
}
