import type { MailLanguage } from "../../../../../shared/domain/mail/intent.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { ES } from "./es.ts";
import { FR } from "./fr.ts";
import { HI } from "./hi.ts";
import { JA } from "./ja.ts";
import { messagesOf } from "./labels.ts";
import { PT } from "./pt.ts";
import { ZH } from "./zh.ts";

const FILES: readonly (readonly [MailLanguage, string])[] = [
  ["en", EN],
  ["de", DE],
  ["fr", FR],
  ["es", ES],
  ["pt", PT],
  ["ja", JA],
  ["zh", ZH],
  ["hi", HI],
];

/** All messages that the words were written against, language by language. */
export const MESSAGES = FILES.map(([language, file]) => ({ language, messages: messagesOf(file) }));
