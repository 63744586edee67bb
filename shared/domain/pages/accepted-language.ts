import { MAIL_LANGUAGES, type MailLanguage } from "../mail/intent.ts";

/** No browser names more; the rest is not read. */
const NAMED_MAX = 20;

/**
 * Returns the language of ours that a reader would rather have.
 *
 * @param accepted Accept-Language as it was sent; anything at all.
 * @param otherwise if none of theirs is ours.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-accept-language
 */
export function acceptedLanguage(accepted: string | undefined, otherwise: MailLanguage): MailLanguage {
  const named = (accepted ?? "")
    .split(",", NAMED_MAX)
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice("q=".length);
      return { language: ourLanguage(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0 && quality <= 1);
  const [wanted] = named
    .filter(({ language }) => language !== undefined)
    .sort((one, other) => other.quality - one.quality);
  return wanted?.language ?? otherwise;
}

function ourLanguage(tag: string): MailLanguage | undefined {
  const [primary] = tag.split("-");
  return MAIL_LANGUAGES.find((language) => language === primary);
}
