import type { LetterTexts } from "../letter-texts.ts";

export const es: LetterTexts = {
  locale: "es",
  regulation: "RGPD",
  article: "{regulation}, art. {article}",
  everyLetter: {
    number: "Número de su solicitud: {number}",
    complaint:
      "Puede reclamar ante una autoridad de protección de datos, por ejemplo la del lugar donde vive o trabaja, y puede acudir a los tribunales.",
    status: "Ver el estado de su solicitud",
  },
  asks: {
    "erase-account": "eliminación de su cuenta y de todo lo que contiene",
    "erase-facial-data": "eliminación de sus fotos y datos faciales; su cuenta se mantiene",
    "erase-project": "eliminación de un proyecto; su cuenta se mantiene",
    "erase-processors":
      "eliminación de lo que tienen de usted las empresas que trabajan para nosotros; su cuenta se mantiene",
    access: "acceso a los datos sobre usted",
    portability: "una copia de sus datos para llevarla a otro lugar",
    correction: "rectificación de datos sobre usted",
    restriction: "que datos sobre usted se guarden sin utilizarse",
    objection: "el fin de un uso de sus datos al que usted se opone",
    "opt-out": "el fin de un uso de sus datos",
    "consent-withdrawal": "retirada de un consentimiento",
    nomination: "designación de una persona que pueda actuar por usted",
    grievance: "una queja sobre cómo se tratan sus datos",
  },
  grounds: {
    "identity-not-proved": "no se disiparon dudas razonables sobre quién hace la solicitud",
    "unfounded-or-excessive": "la solicitud es manifiestamente infundada o excesiva",
    "freedom-of-expression": "libertad de expresión e información",
    "legal-obligation": "una ley exige el tratamiento, o es una misión de interés público",
    "public-health": "interés público en el ámbito de la salud pública",
    "archiving-or-research":
      "archivo en interés público, investigación o estadística, que la eliminación perjudicaría gravemente",
    "legal-claims": "formulación, ejercicio o defensa de reclamaciones",
    "not-applicable": "no se da ninguno de los casos en los que la ley pide la eliminación",
  },
  acknowledgement: {
    subject: "{service}: su mensaje ha llegado",
    arrived: "Su mensaje a {service} ha llegado. Una máquina escribe esta misma carta a todos.",
    link: "Si existe una cuenta con esta dirección y lo que se pide debe confirmarse, se envía un enlace a esta dirección en una carta aparte. Hasta que se confirme, no se revela nada y no se elimina nada.",
    answer: "Recibirá una respuesta a más tardar el {answerBy}.",
  },
  "confirm-link": {
    subject: "{service}: confirme su solicitud",
    asked: "{service} ha recibido, probablemente de usted, esta petición: {asked}.",
    final: "La eliminación es definitiva. Lo que se ha eliminado no puede recuperarse, tampoco por nosotros.",
    confirm:
      "Para confirmarla, abra esta página y pulse el botón que hay en ella. Abrirla por sí solo no cambia nada.",
    label: "Confirmar la solicitud",
    valid: "El enlace sirve una sola vez, hasta el {validUntil}.",
    notYou: "Si no fue usted, no haga nada: sin confirmación no ocurre nada.",
  },
  "took-effect": {
    subject: "{service}: ya tiene efecto",
    effects: {
      training:
        "Si existe una cuenta con esta dirección, nada de ella se usa para entrenar modelos desde el {at}.",
      marketing: "Si existe una cuenta con esta dirección, no recibe publicidad por correo desde el {at}.",
      sale: "Si existe una cuenta con esta dirección, sus datos no se venden ni se comparten para publicidad desde el {at}.",
      "consent-withdrawal":
        "Si existe una cuenta con esta dirección, el consentimiento dado para ella se considera retirado desde el {at}.",
      minor:
        "Si existe una cuenta con esta dirección, está bloqueada desde el {at}, porque se dice que la usa un menor. Con ello no se eliminó nada: una persona examina el aviso.",
    },
    undo: "Si no fue usted o ha cambiado de opinión: hasta el {undoUntil} puede deshacerse en esta página, con el botón que hay en ella.",
    label: "Deshacerlo",
  },
  "form-needed": {
    subject: "{service}: necesitamos algo más de usted",
    senders: {
      agent: {
        why: "Escribe en nombre de otra persona. Un correo por sí solo no muestra que ella lo quiera. Por eso necesitamos:",
        needs: [
          "la dirección con la que se abrió su cuenta",
          "una autorización firmada por ella que diga qué puede pedir usted",
          "su nombre y cómo localizarle",
        ],
      },
      parent: {
        why: "Escribe sobre los datos de un menor. Un correo por sí solo no muestra que pueda hacerlo. Por eso necesitamos:",
        needs: [
          "la dirección con la que se abrió la cuenta, si la conoce",
          "una declaración de que usted es padre, madre o tutor del menor",
          "la edad del menor en años",
        ],
      },
      "depicted-person": {
        why: "Escribe sobre una imagen en la que aparece. Para encontrarla y no eliminar otra, necesitamos:",
        needs: [
          "dónde vio la imagen, por ejemplo su dirección en la web",
          "cuál de las personas que aparecen es usted",
          "una declaración de que usted es esa persona",
        ],
      },
      heir: {
        why: "Escribe sobre los datos de una persona fallecida. Un correo por sí solo no muestra que pueda hacerlo. Por eso necesitamos:",
        needs: [
          "la dirección con la que se abrió su cuenta",
          "un documento que acredite el fallecimiento",
          "un documento que muestre que usted hereda o fue designado",
        ],
      },
    },
    label: "Abrir el formulario",
    valid: "El formulario puede enviarse hasta el {validUntil}.",
    afterwards:
      "Una persona lo lee y responde. No envíe copia de un documento de identidad si esa persona no se la pide.",
  },
  completed: {
    erased: {
      account: {
        subject: "{service}: su cuenta se ha eliminado",
        first: "Los datos de su cuenta en {service} se han eliminado, como pidió.",
      },
      minor: {
        subject: "{service}: una cuenta se ha eliminado",
        first:
          "Los datos de esta cuenta en {service} se han eliminado, porque su titular es demasiado joven para tener una.",
      },
      project: {
        subject: "{service}: un proyecto se ha eliminado",
        first: "Uno de sus proyectos en {service} se ha eliminado, como pidió.",
      },
      page: {
        subject: "{service}: una página se ha eliminado",
        first: "Una de sus páginas en {service} se ha eliminado, como pidió.",
      },
      image: {
        subject: "{service}: una imagen se ha eliminado",
        first: "Una de sus imágenes en {service} se ha eliminado, como pidió.",
      },
      "facial-data": {
        subject: "{service}: datos faciales suyos se han eliminado",
        first: "Los datos faciales suyos en {service} que indicó se han eliminado, como pidió.",
      },
      data: {
        subject: "{service}: datos suyos se han eliminado",
        first: "Los datos suyos en {service} que indicó se han eliminado, como pidió.",
      },
      processors: {
        subject: "{service}: se ha pedido a otros que eliminen sus datos",
        first: "Se pidió a quienes trabajan para {service} que eliminaran lo que tenían de usted.",
      },
    },
    accountStays: "Su cuenta y todo lo demás que contiene están como estaban.",
    nothingFound:
      "Después volvimos a buscar en todos los lugares donde guardamos tales datos y no encontramos nada de ello.",
    nothingFoundBut:
      "Después volvimos a buscar en todos los lugares donde guardamos tales datos y no encontramos nada de ello salvo esto:",
    answered:
      "Cada uno ha respondido y su respuesta consta en nuestros registros. No podemos ver lo que tienen.",
    kept: "{what}: se conserva hasta el {until} ({legalBasis})",
    keptCut:
      "{what}: se conserva con un seudónimo en lugar de su cuenta, {records} solo con {keeps}, hasta el {until} ({legalBasis})",
    oneRecord: "1 registro",
    records: "{count} registros",
    copiesUntil:
      "Las copias de seguridad de almacenes enteros pueden contenerlo todavía hasta el {until}. No se usan para nada más; no se puede sacar de ellas nada de una sola persona, y ese día comprobamos si ya no están.",
    certificateByLink: "Obtener el certificado firmado de lo que se hizo",
    certificateByMail:
      "Con el número de su solicitud puede pedirnos el certificado firmado de lo que se hizo: escriba a {contact}.",
    addressForgotten: "Esta dirección se conservó solo para enviarle esta carta, y ya se ha olvidado.",
  },
  "not-proved": {
    subject: "{service}: su solicitud no se confirmó",
    ended:
      "Esta solicitud no se confirmó a tiempo, por lo que ha terminado. No se reveló nada y no se eliminó nada.",
    again: "Si todavía lo desea, escriba de nuevo a {contact}.",
  },
  refused: {
    subject: "{service}: su solicitud se rechaza",
    refused: "Hemos examinado su solicitud y no hacemos lo que pide.",
    ground: "El motivo: {ground} ({article}).",
    reason: "Por qué se aplica aquí:",
  },
  extended: {
    subject: "{service}: su respuesta tarda más",
    until:
      "No podemos responder a su solicitud en el plazo habitual. Recibirá la respuesta a más tardar el {until}.",
    reason: "La razón:",
  },
  "answer-by-person": { subject: "{service}: una respuesta a su solicitud" },
};
