import type { LetterTexts } from "../letter-texts.ts";

export const fr: LetterTexts = {
  locale: "fr",
  regulation: "RGPD",
  article: "{regulation}, art. {article}",
  everyLetter: {
    number: "Numéro de votre demande\u00a0: {number}",
    complaint:
      "Vous pouvez introduire une réclamation auprès d’une autorité de protection des données, par exemple celle de votre lieu de résidence ou de travail, et vous pouvez saisir la justice.",
    status: "Voir où en est votre demande",
  },
  asks: {
    "erase-account": "suppression de votre compte et de tout ce qu’il contient",
    "erase-facial-data": "suppression de vos photos et données faciales\u00a0; votre compte reste",
    "erase-project": "suppression d’un projet\u00a0; votre compte reste",
    "erase-processors":
      "suppression de ce que les entreprises travaillant pour nous détiennent sur vous\u00a0; votre compte reste",
    access: "accès aux données qui vous concernent",
    portability: "une copie de vos données à emporter ailleurs",
    correction: "rectification de données qui vous concernent",
    restriction: "que des données qui vous concernent soient conservées sans être utilisées",
    objection: "la fin d’une utilisation de vos données à laquelle vous vous opposez",
    "opt-out": "la fin d’une utilisation de vos données",
    "consent-withdrawal": "retrait d’un consentement",
    nomination: "désignation d’une personne pouvant agir pour vous",
    grievance: "une plainte sur la façon dont vos données sont traitées",
  },
  grounds: {
    "identity-not-proved": "des doutes raisonnables sur l’identité du demandeur n’ont pas été levés",
    "unfounded-or-excessive": "la demande est manifestement infondée ou excessive",
    "freedom-of-expression": "liberté d’expression et d’information",
    "legal-obligation": "une loi impose le traitement, ou il relève d’une mission d’intérêt public",
    "public-health": "intérêt public dans le domaine de la santé publique",
    "archiving-or-research":
      "archivage d’intérêt public, recherche ou statistique, que la suppression compromettrait gravement",
    "legal-claims": "constatation, exercice ou défense de droits en justice",
    "not-applicable": "aucun des cas où la loi demande la suppression ne s’applique",
  },
  acknowledgement: {
    subject: "{service}\u00a0: votre message est arrivé",
    arrived: "Votre message à {service} est arrivé. Une machine écrit cette même lettre à tout le monde.",
    link: "S’il existe un compte avec cette adresse et si ce qui est demandé doit être confirmé, un lien est envoyé à cette adresse dans une lettre à part. Tant que rien n’est confirmé, rien n’est communiqué et rien n’est supprimé.",
    answer: "Vous recevrez une réponse au plus tard le {answerBy}.",
  },
  "confirm-link": {
    subject: "{service}\u00a0: veuillez confirmer votre demande",
    asked: "{service} a reçu, probablement de vous, la demande suivante\u00a0: {asked}.",
    final:
      "La suppression est définitive. Ce qui a été supprimé ne peut pas être récupéré, pas même par nous.",
    confirm:
      "Pour confirmer, ouvrez cette page et appuyez sur le bouton qui s’y trouve. L’ouvrir ne change rien à soi seul.",
    label: "Confirmer la demande",
    valid: "Le lien fonctionne une seule fois, jusqu’au {validUntil}.",
    notYou: "Si ce n’était pas vous, ne faites rien\u00a0: sans confirmation, rien ne se passe.",
  },
  "took-effect": {
    subject: "{service}\u00a0: c’est effectif",
    effects: {
      training:
        "S’il existe un compte avec cette adresse, rien de son contenu n’est utilisé pour entraîner des modèles depuis le {at}.",
      marketing:
        "S’il existe un compte avec cette adresse, aucune publicité ne lui est envoyée par mail depuis le {at}.",
      sale: "S’il existe un compte avec cette adresse, ses données ne sont ni vendues ni partagées à des fins publicitaires depuis le {at}.",
      "consent-withdrawal":
        "S’il existe un compte avec cette adresse, le consentement donné pour lui est considéré comme retiré depuis le {at}.",
      minor:
        "S’il existe un compte avec cette adresse, il est bloqué depuis le {at}, car un enfant l’utiliserait. Cela n’a rien supprimé\u00a0: une personne examine le signalement.",
    },
    undo: "Si ce n’était pas vous ou si vous avez changé d’avis\u00a0: jusqu’au {undoUntil}, cela peut être annulé sur cette page, avec le bouton qui s’y trouve.",
    label: "Annuler",
  },
  "form-needed": {
    subject: "{service}\u00a0: il nous faut autre chose de votre part",
    senders: {
      agent: {
        why: "Vous écrivez au nom d’une autre personne. Un mail ne montre pas à lui seul qu’elle le veut. Il nous faut donc\u00a0:",
        needs: [
          "l’adresse avec laquelle son compte a été ouvert",
          "une autorisation signée par elle qui dit ce que vous pouvez demander",
          "votre nom et comment vous joindre",
        ],
      },
      parent: {
        why: "Vous écrivez au sujet des données d’un enfant. Un mail ne montre pas à lui seul que vous y êtes autorisé. Il nous faut donc\u00a0:",
        needs: [
          "l’adresse avec laquelle le compte a été ouvert, si vous la connaissez",
          "une déclaration selon laquelle vous êtes parent ou tuteur de l’enfant",
          "l’âge de l’enfant en années",
        ],
      },
      "depicted-person": {
        why: "Vous écrivez au sujet d’une image qui vous montre. Pour la trouver et n’en supprimer aucune autre, il nous faut\u00a0:",
        needs: [
          "où vous avez vu l’image, par exemple son adresse sur le web",
          "laquelle des personnes représentées vous êtes",
          "une déclaration selon laquelle vous êtes cette personne",
        ],
      },
      heir: {
        why: "Vous écrivez au sujet des données d’une personne décédée. Un mail ne montre pas à lui seul que vous y êtes autorisé. Il nous faut donc\u00a0:",
        needs: [
          "l’adresse avec laquelle son compte a été ouvert",
          "un document qui atteste le décès",
          "un document qui montre que vous êtes héritier ou avez été désigné",
        ],
      },
    },
    label: "Ouvrir le formulaire",
    valid: "Le formulaire peut être envoyé jusqu’au {validUntil}.",
    afterwards:
      "Une personne le lit et répond. N’envoyez pas de copie d’une pièce d’identité, sauf si cette personne la demande.",
  },
  completed: {
    erased: {
      account: {
        subject: "{service}\u00a0: votre compte a été supprimé",
        first: "Les données de votre compte chez {service} ont été supprimées, comme vous l’avez demandé.",
      },
      minor: {
        subject: "{service}\u00a0: un compte a été supprimé",
        first:
          "Les données de ce compte chez {service} ont été supprimées, car son titulaire est trop jeune pour en avoir un.",
      },
      project: {
        subject: "{service}\u00a0: un projet a été supprimé",
        first: "Un de vos projets chez {service} a été supprimé, comme vous l’avez demandé.",
      },
      page: {
        subject: "{service}\u00a0: une page a été supprimée",
        first: "Une de vos pages chez {service} a été supprimée, comme vous l’avez demandé.",
      },
      image: {
        subject: "{service}\u00a0: une image a été supprimée",
        first: "Une de vos images chez {service} a été supprimée, comme vous l’avez demandé.",
      },
      "facial-data": {
        subject: "{service}\u00a0: des données faciales de vous ont été supprimées",
        first:
          "Les données faciales que vous avez indiquées chez {service} ont été supprimées, comme vous l’avez demandé.",
      },
      data: {
        subject: "{service}\u00a0: des données de vous ont été supprimées",
        first:
          "Les données que vous avez indiquées chez {service} ont été supprimées, comme vous l’avez demandé.",
      },
      processors: {
        subject: "{service}\u00a0: la suppression de vos données a été demandée à d’autres",
        first:
          "Il a été demandé à ceux qui travaillent pour {service} de supprimer ce qu’ils détenaient sur vous.",
      },
    },
    accountStays: "Votre compte et tout le reste de son contenu sont tels qu’ils étaient.",
    nothingFound:
      "Nous avons ensuite cherché à nouveau, partout où nous conservons de telles données, et n’en avons rien trouvé.",
    nothingFoundBut:
      "Nous avons ensuite cherché à nouveau, partout où nous conservons de telles données, et n’en avons trouvé que ceci\u00a0:",
    answered:
      "Chacun a répondu, et nous avons consigné sa réponse. Nous ne pouvons pas vérifier ce qu’ils détiennent.",
    kept: "{what}\u00a0: conservé jusqu’au {until} ({legalBasis})",
    keptCut:
      "{what}\u00a0: conservé sous un pseudonyme à la place de votre compte, {records} avec seulement {keeps}, jusqu’au {until} ({legalBasis})",
    oneRecord: "1 enregistrement",
    records: "{count} enregistrements",
    copiesUntil:
      "Des sauvegardes d’ensembles entiers peuvent encore le contenir jusqu’au {until}. Elles ne servent à rien d’autre\u00a0; on ne peut en retirer ce qui concerne une seule personne, et ce jour-là nous vérifions qu’elles ont disparu.",
    certificateByLink: "Obtenir l’attestation signée de ce qui a été fait",
    certificateByMail:
      "Avec le numéro de votre demande, vous pouvez nous demander l’attestation signée de ce qui a été fait\u00a0: écrivez à {contact}.",
    addressForgotten:
      "Cette adresse n’a été conservée que pour vous envoyer cette lettre\u00a0; elle est maintenant oubliée.",
  },
  "not-proved": {
    subject: "{service}\u00a0: votre demande n’a pas été confirmée",
    ended:
      "Cette demande n’a pas été confirmée à temps\u00a0; elle est donc close. Rien n’a été communiqué et rien n’a été supprimé.",
    again: "Si vous le souhaitez toujours, écrivez à nouveau à {contact}.",
  },
  refused: {
    subject: "{service}\u00a0: votre demande est refusée",
    refused: "Nous avons examiné votre demande et ne faisons pas ce qui y est demandé.",
    ground: "Le motif\u00a0: {ground} ({article}).",
    reason: "Pourquoi il s’applique ici\u00a0:",
  },
  extended: {
    subject: "{service}\u00a0: votre réponse prend plus de temps",
    until:
      "Nous ne pouvons pas répondre à votre demande dans le délai habituel. Vous recevrez la réponse au plus tard le {until}.",
    reason: "La raison\u00a0:",
  },
  "answer-by-person": { subject: "{service}\u00a0: une réponse à votre demande" },
};
