import type { MailLanguage } from "../../shared/domain/mail/intent.ts";
import { GERMAN } from "./de.ts";
import { ENGLISH } from "./en.ts";
import { SPANISH } from "./es.ts";
import { FRENCH } from "./fr.ts";
import { HINDI } from "./hi.ts";
import { JAPANESE } from "./ja.ts";
import type { Message } from "./message.ts";
import { PORTUGUESE } from "./pt.ts";
import { CHINESE } from "./zh.ts";

/** The messages of each language; each was written in it. */
export const MESSAGES: Readonly<Record<MailLanguage, readonly Message[]>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
  ja: JAPANESE,
  zh: CHINESE,
  hi: HINDI,
};
