import { areMostlyRecognised } from "../messages/mostly-recognised.ts";
import { THIRD } from "./by-language.ts";

areMostlyRecognised("third", THIRD);
