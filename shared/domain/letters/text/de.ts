import type { LetterTexts } from "../letter-texts.ts";

export const de: LetterTexts = {
  locale: "de",
  regulation: "DSGVO",
  article: "{regulation} Art. {article}",
  everyLetter: {
    number: "Nummer Ihrer Anfrage: {number}",
    complaint:
      "Sie können sich bei einer Datenschutzaufsichtsbehörde beschweren, etwa an Ihrem Wohn- oder Arbeitsort, und Sie können vor Gericht gehen.",
    status: "Stand Ihrer Anfrage ansehen",
  },
  asks: {
    "erase-account": "Löschung Ihres Kontos mit allem, was darin ist",
    "erase-facial-data": "Löschung Ihrer Fotos und Gesichtsdaten; Ihr Konto bleibt",
    "erase-project": "Löschung eines Projekts; Ihr Konto bleibt",
    "erase-processors": "Löschung dessen, was für uns tätige Unternehmen von Ihnen haben; Ihr Konto bleibt",
    access: "Auskunft über die Daten zu Ihrer Person",
    portability: "eine Kopie Ihrer Daten zum Mitnehmen",
    correction: "Berichtigung von Daten zu Ihrer Person",
    restriction: "dass Daten zu Ihrer Person gespeichert, aber nicht verwendet werden",
    objection: "das Ende einer Verwendung Ihrer Daten, der Sie widersprechen",
    "opt-out": "das Ende einer Verwendung Ihrer Daten",
    "consent-withdrawal": "Widerruf einer Einwilligung",
    nomination: "Benennung einer Person, die für Sie handeln darf",
    grievance: "eine Beschwerde darüber, wie mit Ihren Daten umgegangen wird",
  },
  grounds: {
    "identity-not-proved": "begründete Zweifel daran, wer anfragt, wurden nicht ausgeräumt",
    "unfounded-or-excessive": "die Anfrage ist offenkundig unbegründet oder exzessiv",
    "freedom-of-expression": "Freiheit der Meinungsäußerung und Information",
    "legal-obligation":
      "ein Gesetz verlangt die Verarbeitung, oder sie ist eine Aufgabe im öffentlichen Interesse",
    "public-health": "öffentliches Interesse im Bereich der öffentlichen Gesundheit",
    "archiving-or-research":
      "Archive im öffentlichen Interesse, Forschung oder Statistik, die eine Löschung ernsthaft beeinträchtigen würde",
    "legal-claims": "Geltendmachung, Ausübung oder Verteidigung von Rechtsansprüchen",
    "not-applicable": "keiner der Fälle liegt vor, in denen das Gesetz eine Löschung verlangt",
  },
  acknowledgement: {
    subject: "{service}: Ihre Nachricht ist angekommen",
    arrived:
      "Ihre Nachricht an {service} ist angekommen. Eine Maschine schreibt allen diesen gleichen Brief.",
    link: "Falls es ein Konto mit dieser Adresse gibt und das Gewünschte bestätigt werden muss, wird in einem eigenen Brief ein Link an diese Adresse geschickt. Bis zur Bestätigung wird nichts offengelegt und nichts gelöscht.",
    answer: "Sie erhalten eine Antwort bis spätestens {answerBy}.",
  },
  "confirm-link": {
    subject: "{service}: Bitte bestätigen Sie Ihre Anfrage",
    asked: "{service} wurde, vermutlich von Ihnen, um Folgendes gebeten: {asked}.",
    final: "Die Löschung ist endgültig. Was gelöscht ist, kann niemand zurückholen, auch wir nicht.",
    confirm:
      "Zum Bestätigen öffnen Sie diese Seite und drücken Sie dort den Knopf. Das Öffnen allein ändert nichts.",
    label: "Anfrage bestätigen",
    valid: "Der Link gilt ein Mal, bis {validUntil}.",
    notYou: "Falls Sie es nicht waren, tun Sie nichts: Ohne Bestätigung geschieht nichts.",
  },
  "took-effect": {
    subject: "{service}: Es ist wirksam geworden",
    effects: {
      training:
        "Falls es ein Konto mit dieser Adresse gibt, wird seit {at} nichts daraus zum Training von Modellen verwendet.",
      marketing: "Falls es ein Konto mit dieser Adresse gibt, erhält es seit {at} keine Werbung per Mail.",
      sale: "Falls es ein Konto mit dieser Adresse gibt, werden seine Daten seit {at} nicht verkauft oder für Werbung weitergegeben.",
      "consent-withdrawal":
        "Falls es ein Konto mit dieser Adresse gibt, gilt die dafür erteilte Einwilligung seit {at} als widerrufen.",
      minor:
        "Falls es ein Konto mit dieser Adresse gibt, ist es seit {at} gesperrt, weil ein Kind es benutzen soll. Gelöscht wurde dadurch nichts: Ein Mensch sieht sich die Meldung an.",
    },
    undo: "Falls Sie es nicht waren oder es sich anders überlegt haben: Bis {undoUntil} lässt es sich auf dieser Seite mit dem Knopf dort rückgängig machen.",
    label: "Rückgängig machen",
  },
  "form-needed": {
    subject: "{service}: Wir brauchen noch etwas von Ihnen",
    senders: {
      agent: {
        why: "Sie schreiben für jemand anderen. Eine Mail allein zeigt nicht, dass diese Person es will. Wir brauchen daher:",
        needs: [
          "die Adresse, mit der deren Konto eröffnet wurde",
          "eine von ihr unterschriebene Vollmacht, in der steht, was Sie verlangen dürfen",
          "Ihren Namen und wie Sie zu erreichen sind",
        ],
      },
      parent: {
        why: "Sie schreiben wegen der Daten eines Kindes. Eine Mail allein zeigt nicht, dass Sie das dürfen. Wir brauchen daher:",
        needs: [
          "die Adresse, mit der das Konto eröffnet wurde, falls Sie sie kennen",
          "eine Erklärung, dass Sie Elternteil oder Vormund des Kindes sind",
          "das Alter des Kindes in Jahren",
        ],
      },
      "depicted-person": {
        why: "Sie schreiben wegen eines Bildes, das Sie zeigt. Damit wir es finden und kein anderes löschen, brauchen wir:",
        needs: [
          "wo Sie das Bild gesehen haben, etwa seine Adresse im Netz",
          "welche der abgebildeten Personen Sie sind",
          "eine Erklärung, dass Sie diese Person sind",
        ],
      },
      heir: {
        why: "Sie schreiben wegen der Daten eines verstorbenen Menschen. Eine Mail allein zeigt nicht, dass Sie das dürfen. Wir brauchen daher:",
        needs: [
          "die Adresse, mit der das Konto eröffnet wurde",
          "ein Dokument, das den Tod belegt",
          "ein Dokument, das zeigt, dass Sie erben oder benannt wurden",
        ],
      },
    },
    label: "Formular öffnen",
    valid: "Das Formular kann bis {validUntil} abgeschickt werden.",
    afterwards:
      "Ein Mensch liest es und antwortet. Bitte schicken Sie keine Kopie eines Ausweises, solange dieser Mensch nicht darum bittet.",
  },
  completed: {
    erased: {
      account: {
        subject: "{service}: Ihr Konto wurde gelöscht",
        first: "Die Daten Ihres Kontos bei {service} wurden gelöscht, wie Sie es verlangt haben.",
      },
      minor: {
        subject: "{service}: Ein Konto wurde gelöscht",
        first:
          "Die Daten dieses Kontos bei {service} wurden gelöscht, weil es jemandem gehört, der dafür zu jung ist.",
      },
      project: {
        subject: "{service}: Ein Projekt wurde gelöscht",
        first: "Eines Ihrer Projekte bei {service} wurde gelöscht, wie Sie es verlangt haben.",
      },
      page: {
        subject: "{service}: Eine Seite wurde gelöscht",
        first: "Eine Ihrer Seiten bei {service} wurde gelöscht, wie Sie es verlangt haben.",
      },
      image: {
        subject: "{service}: Ein Bild wurde gelöscht",
        first: "Eines Ihrer Bilder bei {service} wurde gelöscht, wie Sie es verlangt haben.",
      },
      "facial-data": {
        subject: "{service}: Gesichtsdaten von Ihnen wurden gelöscht",
        first:
          "Die von Ihnen genannten Gesichtsdaten bei {service} wurden gelöscht, wie Sie es verlangt haben.",
      },
      data: {
        subject: "{service}: Daten von Ihnen wurden gelöscht",
        first: "Die von Ihnen genannten Daten bei {service} wurden gelöscht, wie Sie es verlangt haben.",
      },
      processors: {
        subject: "{service}: Andere wurden gebeten, Ihre Daten zu löschen",
        first: "Wer für {service} tätig ist, wurde gebeten, zu löschen, was er von Ihnen hatte.",
      },
    },
    accountStays: "Ihr Konto und alles andere darin sind, wie sie waren.",
    nothingFound:
      "Wir haben danach an jedem Ort, an dem wir solche Daten aufbewahren, nochmals gesucht und nichts davon gefunden.",
    nothingFoundBut:
      "Wir haben danach an jedem Ort, an dem wir solche Daten aufbewahren, nochmals gesucht und nichts davon gefunden außer:",
    answered:
      "Alle haben geantwortet, und ihre Antworten sind bei uns festgehalten. Wir können nicht nachsehen, was sie haben.",
    kept: "{what}: aufbewahrt bis {until} ({legalBasis})",
    keptCut:
      "{what}: aufbewahrt unter einem Pseudonym statt Ihres Kontos, {records}, gekürzt auf {keeps}, bis {until} ({legalBasis})",
    oneRecord: "1 Datensatz",
    records: "{count} Datensätze",
    copiesUntil:
      "Sicherungskopien ganzer Speicher können es noch bis {until} enthalten. Sie werden für nichts anderes verwendet; nichts von einer einzelnen Person lässt sich aus ihnen entfernen, und an diesem Tag sehen wir nach, ob sie weg sind.",
    certificateByLink: "Unterschriebene Bescheinigung über das Geschehene holen",
    certificateByMail:
      "Mit der Nummer Ihrer Anfrage können Sie die unterschriebene Bescheinigung über das Geschehene verlangen: Schreiben Sie an {contact}.",
    addressForgotten:
      "Diese Adresse wurde nur aufbewahrt, um Ihnen diesen Brief zu schicken, und ist jetzt vergessen.",
  },
  "not-proved": {
    subject: "{service}: Ihre Anfrage wurde nicht bestätigt",
    ended:
      "Diese Anfrage wurde nicht rechtzeitig bestätigt und ist daher beendet. Nichts wurde offengelegt und nichts gelöscht.",
    again: "Wenn Sie es weiterhin möchten, schreiben Sie erneut an {contact}.",
  },
  refused: {
    subject: "{service}: Ihre Anfrage wird abgelehnt",
    refused: "Wir haben Ihre Anfrage geprüft und tun nicht, was darin verlangt wird.",
    ground: "Der Grund: {ground} ({article}).",
    reason: "Warum er hier gilt:",
  },
  extended: {
    subject: "{service}: Ihre Antwort dauert länger",
    until:
      "Wir können Ihre Anfrage nicht in der üblichen Zeit beantworten. Sie erhalten die Antwort bis spätestens {until}.",
    reason: "Der Grund:",
  },
  "answer-by-person": { subject: "{service}: Antwort auf Ihre Anfrage" },
};
