import { areMostlyRecognised } from "../messages/mostly-recognised.ts";
import { HELD_OUT } from "./by-language.ts";

areMostlyRecognised("held-out", HELD_OUT);
