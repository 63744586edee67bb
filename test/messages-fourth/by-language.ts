import type { MailLanguage } from "../../shared/domain/mail/intent.ts";
import type { Message } from "../messages/message.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { ES } from "./es.ts";
import { FR } from "./fr.ts";
import { HI } from "./hi.ts";
import { JA } from "./ja.ts";
import { PT } from "./pt.ts";
import { ZH } from "./zh.ts";

/** Yet more messages by somebody who had not seen the words, by language; written after the third ones were read. */
export const FOURTH: Readonly<Record<MailLanguage, readonly Message[]>> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  pt: PT,
  ja: JA,
  zh: ZH,
  hi: HI,
};
