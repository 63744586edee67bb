import type { LetterTexts } from "../letter-texts.ts";

export const en: LetterTexts = {
  locale: "en-GB",
  regulation: "GDPR",
  article: "{regulation} Art. {article}",
  everyLetter: {
    number: "Number of your request: {number}",
    complaint:
      "You can complain to a data protection authority, such as the one where you live or work, and you can go to court.",
    status: "See how far your request is",
  },
  asks: {
    "erase-account": "deletion of your account and of everything in it",
    "erase-facial-data": "deletion of your photos and facial data; your account stays",
    "erase-project": "deletion of one project; your account stays",
    "erase-processors": "deletion of what companies that work for us hold of you; your account stays",
    access: "access to the data about you",
    portability: "a copy of your data to take elsewhere",
    correction: "correction of data about you",
    restriction: "that data about you is stored and not used",
    objection: "an end to a use of your data that you object to",
    "opt-out": "an end to a use of your data",
    "consent-withdrawal": "taking back a consent",
    nomination: "naming a person who may act for you",
    grievance: "a complaint about how your data is handled",
  },
  grounds: {
    "identity-not-proved": "reasonable doubts about who asks were not removed",
    "unfounded-or-excessive": "the request is manifestly unfounded or excessive",
    "freedom-of-expression": "freedom of expression and information",
    "legal-obligation": "a law requires the processing, or it is a task in the public interest",
    "public-health": "public interest in the area of public health",
    "archiving-or-research":
      "archiving in the public interest, research or statistics, which deletion would seriously impair",
    "legal-claims": "establishment, exercise or defence of legal claims",
    "not-applicable": "none of the cases in which the law asks for deletion applies",
  },
  acknowledgement: {
    subject: "{service}: your message has arrived",
    arrived: "Your message to {service} has arrived. A machine writes this same letter to everybody.",
    link: "If there is an account with this address, and what was asked for has to be confirmed, a link is sent to this address in a letter of its own. Until it is confirmed, nothing is disclosed and nothing is deleted.",
    answer: "You get an answer by {answerBy} at the latest.",
  },
  "confirm-link": {
    subject: "{service}: please confirm your request",
    asked: "{service} was asked for this, probably by you: {asked}.",
    final: "Deletion is final. What has been deleted cannot be brought back, not even by us.",
    confirm: "To confirm it, open this page and press the button there. Opening it alone changes nothing.",
    label: "Confirm the request",
    valid: "The link works once, until {validUntil}.",
    notYou: "If it was not you, do nothing: without a confirmation nothing happens.",
  },
  "took-effect": {
    subject: "{service}: it has taken effect",
    effects: {
      training: "If there is an account with this address, nothing in it is used to train models since {at}.",
      marketing: "If there is an account with this address, it gets no advertising mail since {at}.",
      sale: "If there is an account with this address, its data is not sold or shared for advertising since {at}.",
      "consent-withdrawal":
        "If there is an account with this address, the consent given for it has counted as taken back since {at}.",
      minor:
        "If there is an account with this address, it has been locked since {at}, because a child is said to use it. This deleted nothing: a person looks at the report.",
    },
    undo: "If it was not you, or you have changed your mind: until {undoUntil} it can be undone on this page, with the button there.",
    label: "Undo it",
  },
  "form-needed": {
    subject: "{service}: we need something more from you",
    senders: {
      agent: {
        why: "You write on behalf of somebody else. A mail alone does not show that they want it, so we need this:",
        needs: [
          "the address with which their account was opened",
          "a permission signed by them that says what you may ask for",
          "your name and how to reach you",
        ],
      },
      parent: {
        why: "You write about the data of a child. A mail alone does not show that you may, so we need this:",
        needs: [
          "the address with which the account was opened, if you know it",
          "a statement that you are a parent or guardian of the child",
          "the child's age in years",
        ],
      },
      "depicted-person": {
        why: "You write about a picture that shows you. So that we find it and do not delete another one, we need this:",
        needs: [
          "where you saw the picture, such as its address on the web",
          "which of the people in it you are",
          "a statement that this person is you",
        ],
      },
      heir: {
        why: "You write about the data of somebody who has died. A mail alone does not show that you may, so we need this:",
        needs: [
          "the address with which their account was opened",
          "a document that shows the death",
          "a document that shows that you are an heir or were named by them",
        ],
      },
    },
    label: "Open the form",
    valid: "The form can be sent until {validUntil}.",
    afterwards:
      "A person reads it and answers. Please send no copy of an identity document unless that person asks for one.",
  },
  completed: {
    erased: {
      account: {
        subject: "{service}: your account has been deleted",
        first: "The data of your account at {service} has been deleted, as you asked.",
      },
      minor: {
        subject: "{service}: an account has been deleted",
        first:
          "The data of this account at {service} has been deleted, since its owner is too young to have one.",
      },
      project: {
        subject: "{service}: one project has been deleted",
        first: "One project of yours at {service} has been deleted, as you asked.",
      },
      page: {
        subject: "{service}: one page has been deleted",
        first: "One page of yours at {service} has been deleted, as you asked.",
      },
      image: {
        subject: "{service}: one image has been deleted",
        first: "One image of yours at {service} has been deleted, as you asked.",
      },
      "facial-data": {
        subject: "{service}: facial data of yours has been deleted",
        first: "The facial data of yours at {service} that you named has been deleted, as you asked.",
      },
      data: {
        subject: "{service}: data of yours has been deleted",
        first: "The data of yours at {service} that you named has been deleted, as you asked.",
      },
      processors: {
        subject: "{service}: what others had of you has been asked back",
        first: "Those who work for {service} were asked to delete what they had of you.",
      },
    },
    accountStays: "Your account and everything else in it are as they were.",
    nothingFound:
      "We looked again afterwards, in every place where we keep such data, and found nothing of it.",
    nothingFoundBut:
      "We looked again afterwards, in every place where we keep such data, and found nothing of it but this:",
    answered: "Each has answered, and we have its answer on record. We cannot look into what they hold.",
    kept: "{what}: kept until {until} ({legalBasis})",
    keptCut:
      "{what}: kept under a pseudonym in place of your account, {records} cut down to {keeps}, until {until} ({legalBasis})",
    oneRecord: "1 record",
    records: "{count} records",
    copiesUntil:
      "Backups of whole stores may still hold it until {until}. They are used for nothing else; nothing of one person can be taken out of them, and on that day we look whether they are gone.",
    certificateByLink: "Get the signed certificate of what was done",
    certificateByMail:
      "With the number of your request you can ask us for the signed certificate of what was done: write to {contact}.",
    addressForgotten: "This address was kept only to send you this letter, and is forgotten now.",
  },
  "not-proved": {
    subject: "{service}: your request was not confirmed",
    ended:
      "This request was not confirmed in time, so it has ended. Nothing was disclosed and nothing was deleted.",
    again: "If you still want it, write to {contact} again.",
  },
  refused: {
    subject: "{service}: your request is refused",
    refused: "We have looked at your request, and do not do what it asks.",
    ground: "The ground: {ground} ({article}).",
    reason: "Why it applies:",
  },
  extended: {
    subject: "{service}: your answer takes longer",
    until: "We cannot answer your request in the usual time. You get the answer by {until} at the latest.",
    reason: "The reason:",
  },
  "answer-by-person": { subject: "{service}: an answer to your request" },
};
