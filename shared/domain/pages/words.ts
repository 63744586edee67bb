import type { MailLanguage } from "../mail/intent.ts";
import type { PageTexts } from "./page-texts.ts";
import { de } from "./text/de.ts";
import { en } from "./text/en.ts";
import { es } from "./text/es.ts";
import { fr } from "./text/fr.ts";
import { hi } from "./text/hi.ts";
import { ja } from "./text/ja.ts";
import { pt } from "./text/pt.ts";
import { zh } from "./text/zh.ts";

/** What the public pages say in each language. */
export const PAGE_TEXTS: Readonly<Record<MailLanguage, PageTexts>> = { en, de, fr, es, pt, ja, zh, hi };
