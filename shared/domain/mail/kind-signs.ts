/** Fields that only a machine writes, whatever they say (but for the words in the second list). */
export const AUTO_REPLY_FIELDS = [
  "x-auto-response-suppress",
  "x-autoreply",
  "x-autoreply-from",
  "x-autoreply-domain",
  "x-autorespond",
  "x-autoresponder",
  "x-auto-reply",
  "x-auto-reply-from",
  "x-auto-response",
  "x-auto-responder",
  "x-auto-replied",
  "x-mail-autoreply",
  "x-vacation",
  "x-apple-action",
  "x-fc-machinegenerated",
  "x-ms-exchange-generated-message-source",
  "x-cron-env",
] as const;

/** What such a field says where it means the opposite. */
export const NOT_AUTOMATIC: ReadonlySet<string> = new Set(["no", "none", "false", "0"]);

/** Fields that mailing lists add; `list-` stands for all of RFC 2369 and 2919. */
export const LIST_FIELDS = [
  "mailing-list",
  "x-mailing-list",
  "x-mailinglist",
  "x-list",
  "x-mailman-version",
  "x-beenthere",
  "x-ml-name",
  "x-mlserver",
  "x-loop",
] as const;

export const LIST_PRECEDENCES: ReadonlySet<string> = new Set(["bulk", "list", "junk"]);
export const AUTO_REPLY_PRECEDENCES: ReadonlySet<string> = new Set([
  "auto_reply",
  "auto-reply",
  "autoreply",
  "auto",
]);

/** Local parts of those that send reports of mail that could not be delivered. */
export const DAEMON =
  /^(?:mailer|mail|mmdf|smtp|delivery)?[-_.]?(?:daemon|deamon|mailer)$|^(?:mailer-?daemon|post[-_.]?master|mail-?delivery(?:-?sub)?system|bounces?)(?:[-_+.=].*)?$/;

/** Local parts of those that read no answer. */
export const NO_REPLY =
  /(?:^|[-_.+])(?:no|not|non|never|do[-_.]?not|dont)[-_.]?(?:reply|replies|response|answer)/;

/** Local parts of the administrators of lists, RFC 3834 §2. */
export const LIST_OWNER = /^owner-|-(?:owner|bounces)$/;

/** Beginnings of subjects of automatic answers; a hint, never enough alone. */
export const AUTO_REPLY_SUBJECTS = [
  "auto reply",
  "auto-reply",
  "autoreply",
  "auto response",
  "auto-response",
  "autoresponse",
  "automatic reply",
  "automatic response",
  "automated reply",
  "automated response",
  "out of office",
  "out of the office",
  "out-of-office",
  "ooo:",
  "vacation",
  "on vacation",
  "away from",
  "abwesenheit",
  "abwesend",
  "automatische antwort",
  "automatische rückantwort",
  "nicht im büro",
  "réponse automatique",
  "reponse automatique",
  "absence du bureau",
  "absent du bureau",
  "message d'absence",
  "respuesta automática",
  "respuesta automatica",
  "fuera de la oficina",
  "ausencia",
  "resposta automática",
  "resposta automatica",
  "fora do escritório",
  "ausência",
  "自動返信",
  "自動応答",
  "不在通知",
  "不在のお知らせ",
  "自动回复",
  "自動回覆",
  "自动答复",
  "स्वचालित उत्तर",
  "स्वतः उत्तर",
  "कार्यालय से बाहर",
] as const;

/** Beginnings of subjects of reports of mail that was not delivered; a hint, never enough alone. */
export const BOUNCE_SUBJECTS = [
  "undeliver",
  "returned mail",
  "mail delivery fail",
  "mail delivery problem",
  "mail delivery system",
  "mail system error",
  "delivery status notification",
  "delivery status",
  "delivery failure",
  "delivery notification",
  "delivery has failed",
  "delivery error",
  "delivery problem",
  "failure notice",
  "failure delivery",
  "failed mail",
  "message not delivered",
  "non-delivery",
  "nondeliverable",
  "error sending",
  "warning: could not send",
  "unzustellbar",
  "nachricht nicht zustellbar",
  "échec de la remise",
  "non remis",
  "no se puede entregar",
  "não entregue",
  "配信不能",
  "配信エラー",
  "退信",
  "系统退信",
] as const;

/** Beginnings of subjects in which providers pass on that somebody called a mail spam; a hint, never enough alone. */
export const COMPLAINT_SUBJECTS = ["complaint about message", "abuse report", "spam report"] as const;
