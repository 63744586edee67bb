/** What letters to third parties say. They go from business to business, in English whatever the service speaks. */
export const TO_PROCESSORS = {
  locale: "en-GB",
  subject: {
    "ask-processor": "{service}: please delete data of one person [{reference}]",
    "remind-processor": "{service}: reminder, please delete data of one person [{reference}]",
    "remind-processor-last": "{service}: last reminder, please delete data of one person [{reference}]",
  },
  reminder: {
    "remind-processor": "We have asked you this before and have no answer of yours on record.",
    "remind-processor-last":
      "We have asked you this before, and reminded you, and have no answer of yours on record. The time for it is nearly over.",
  },
  asks: "{service} deletes the data of one person (GDPR Art. 17), and a part of it was sent to you, {name}, as our processor. Please delete the following, which is named as you name it (GDPR Art. 19 and 28(3)):",
  thing: "{reference} ({what}, sent on {sentAt})",
  answerBy: "Please answer this mail by {answerBy}, and confirm for each of them:",
  answerAtOnce:
    "The time for an answer has passed, so please answer this mail at once, and confirm for each:",
  confirm: [
    "that it is deleted, and on which day",
    "that it is deleted from your backups too, or on which day the last copy is gone",
    "that those who work for you have deleted it, if you passed it on",
    "or what of it stays, for how long, and on which ground",
  ],
  quote:
    "Please leave {reference} in the subject, and answer from the domain that this was sent to: by these two we know your answer. A person reads it.",
  nobodyElse:
    "We name nobody in this mail, and need nobody named in your answer. A machine sends it and reminds you of it.",
  number: "Reference: {reference}",
} as const;
