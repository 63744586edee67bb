import type { LetterTexts } from "../letter-texts.ts";

export const pt: LetterTexts = {
  locale: "pt",
  regulation: "RGPD",
  article: "{regulation}, art. {article}",
  everyLetter: {
    number: "Número do seu pedido: {number}",
    complaint:
      "Pode reclamar junto de uma autoridade de proteção de dados, por exemplo a do lugar onde vive ou trabalha, e pode recorrer aos tribunais.",
    status: "Ver em que ponto está o seu pedido",
  },
  asks: {
    "erase-account": "eliminação da sua conta e de tudo o que ela contém",
    "erase-facial-data": "eliminação das suas fotos e dados faciais; a sua conta mantém-se",
    "erase-project": "eliminação de um projeto; a sua conta mantém-se",
    "erase-processors":
      "eliminação do que as empresas que trabalham para nós têm sobre si; a sua conta mantém-se",
    access: "acesso aos dados sobre si",
    portability: "uma cópia dos seus dados para levar para outro lugar",
    correction: "retificação de dados sobre si",
    restriction: "que dados sobre si sejam guardados sem serem usados",
    objection: "o fim de um uso dos seus dados ao qual se opõe",
    "opt-out": "o fim de um uso dos seus dados",
    "consent-withdrawal": "retirada de um consentimento",
    nomination: "nomeação de uma pessoa que possa agir por si",
    grievance: "uma queixa sobre a forma como os seus dados são tratados",
  },
  grounds: {
    "identity-not-proved": "dúvidas razoáveis sobre quem faz o pedido não foram afastadas",
    "unfounded-or-excessive": "o pedido é manifestamente infundado ou excessivo",
    "freedom-of-expression": "liberdade de expressão e de informação",
    "legal-obligation": "uma lei exige o tratamento, ou ele é uma missão de interesse público",
    "public-health": "interesse público no domínio da saúde pública",
    "archiving-or-research":
      "arquivo de interesse público, investigação ou estatística, que a eliminação prejudicaria gravemente",
    "legal-claims": "declaração, exercício ou defesa de um direito em processo judicial",
    "not-applicable": "nenhum dos casos em que a lei pede a eliminação se aplica",
  },
  acknowledgement: {
    subject: "{service}: a sua mensagem chegou",
    arrived: "A sua mensagem para {service} chegou. Uma máquina escreve esta mesma carta a todos.",
    link: "Se existir uma conta com este endereço e o que foi pedido tiver de ser confirmado, é enviada uma ligação para este endereço numa carta à parte. Até à confirmação, nada é revelado e nada é eliminado.",
    answer: "Recebe uma resposta até {answerBy}, o mais tardar.",
  },
  "confirm-link": {
    subject: "{service}: confirme o seu pedido",
    asked: "{service} recebeu, provavelmente de si, este pedido: {asked}.",
    final: "A eliminação é definitiva. O que foi eliminado não pode ser recuperado, nem por nós.",
    confirm:
      "Para o confirmar, abra esta página e carregue no botão que lá está. Abri-la, por si só, não altera nada.",
    label: "Confirmar o pedido",
    valid: "A ligação funciona uma só vez, até {validUntil}.",
    notYou: "Se não foi quem pediu, não faça nada: sem confirmação nada acontece.",
  },
  "took-effect": {
    subject: "{service}: já está em vigor",
    effects: {
      training: "Se existir uma conta com este endereço, nada dela é usado para treinar modelos desde {at}.",
      marketing: "Se existir uma conta com este endereço, não recebe publicidade por e-mail desde {at}.",
      sale: "Se existir uma conta com este endereço, os seus dados não são vendidos nem partilhados para publicidade desde {at}.",
      "consent-withdrawal":
        "Se existir uma conta com este endereço, o consentimento dado para ela conta como retirado desde {at}.",
      minor:
        "Se existir uma conta com este endereço, está bloqueada desde {at}, porque se diz que é usada por uma criança. Isto não eliminou nada: uma pessoa examina a comunicação.",
    },
    undo: "Se não foi quem pediu, ou se mudou de ideias: até {undoUntil} pode ser desfeito nesta página, com o botão que lá está.",
    label: "Desfazer",
  },
  "form-needed": {
    subject: "{service}: precisamos de algo mais da sua parte",
    senders: {
      agent: {
        why: "Escreve em nome de outra pessoa. Um e-mail, por si só, não mostra que ela o quer. Por isso precisamos de:",
        needs: [
          "o endereço com que a conta dela foi aberta",
          "uma autorização assinada por ela que diga o que pode pedir",
          "o seu nome e como o podemos contactar",
        ],
      },
      parent: {
        why: "Escreve sobre os dados de uma criança. Um e-mail, por si só, não mostra que o pode fazer. Por isso precisamos de:",
        needs: [
          "o endereço com que a conta foi aberta, se o souber",
          "uma declaração de que é pai, mãe ou tutor da criança",
          "a idade da criança em anos",
        ],
      },
      "depicted-person": {
        why: "Escreve sobre uma imagem em que aparece. Para a encontrarmos e não eliminarmos outra, precisamos de:",
        needs: [
          "onde viu a imagem, por exemplo o seu endereço na web",
          "qual das pessoas que aparecem é",
          "uma declaração de que é essa pessoa",
        ],
      },
      heir: {
        why: "Escreve sobre os dados de uma pessoa que morreu. Um e-mail, por si só, não mostra que o pode fazer. Por isso precisamos de:",
        needs: [
          "o endereço com que a conta dela foi aberta",
          "um documento que comprove a morte",
          "um documento que mostre que é herdeiro ou foi nomeado por ela",
        ],
      },
    },
    label: "Abrir o formulário",
    valid: "O formulário pode ser enviado até {validUntil}.",
    afterwards:
      "Uma pessoa lê-o e responde. Não envie cópia de um documento de identificação, a não ser que essa pessoa a peça.",
  },
  completed: {
    erased: {
      account: {
        subject: "{service}: a sua conta foi eliminada",
        first: "Os dados da sua conta em {service} foram eliminados, como pediu.",
      },
      minor: {
        subject: "{service}: uma conta foi eliminada",
        first:
          "Os dados desta conta em {service} foram eliminados, porque o seu titular é demasiado novo para ter uma.",
      },
      project: {
        subject: "{service}: um projeto foi eliminado",
        first: "Um dos seus projetos em {service} foi eliminado, como pediu.",
      },
      page: {
        subject: "{service}: uma página foi eliminada",
        first: "Uma das suas páginas em {service} foi eliminada, como pediu.",
      },
      image: {
        subject: "{service}: uma imagem foi eliminada",
        first: "Uma das suas imagens em {service} foi eliminada, como pediu.",
      },
      "facial-data": {
        subject: "{service}: dados faciais seus foram eliminados",
        first: "Os dados faciais seus em {service} que indicou foram eliminados, como pediu.",
      },
      data: {
        subject: "{service}: dados seus foram eliminados",
        first: "Os dados seus em {service} que indicou foram eliminados, como pediu.",
      },
      processors: {
        subject: "{service}: foi pedido a outros que eliminassem os seus dados",
        first: "Foi pedido a quem trabalha para {service} que eliminasse o que tinha sobre si.",
      },
    },
    accountStays: "A sua conta e tudo o resto que contém estão como estavam.",
    nothingFound:
      "Depois voltámos a procurar em todos os lugares onde guardamos tais dados e não encontrámos nada deles.",
    nothingFoundBut:
      "Depois voltámos a procurar em todos os lugares onde guardamos tais dados e não encontrámos nada deles, exceto isto:",
    answered: "Cada um respondeu, e temos a sua resposta registada. Não podemos ver o que eles guardam.",
    kept: "{what}: guardado até {until} ({legalBasis})",
    keptCut:
      "{what}: guardado com um pseudónimo em vez da sua conta, {records} só com {keeps}, até {until} ({legalBasis})",
    oneRecord: "1 registo",
    records: "{count} registos",
    copiesUntil:
      "As cópias de segurança de conjuntos inteiros podem ainda contê-lo até {until}. Não servem para mais nada; não se pode retirar delas nada de uma só pessoa, e nesse dia verificamos se já não existem.",
    certificateByLink: "Obter o certificado assinado do que foi feito",
    certificateByMail:
      "Com o número do seu pedido pode pedir-nos o certificado assinado do que foi feito: escreva para {contact}.",
    addressForgotten: "Este endereço foi guardado só para lhe enviar esta carta, e foi agora esquecido.",
  },
  "not-proved": {
    subject: "{service}: o seu pedido não foi confirmado",
    ended:
      "Este pedido não foi confirmado a tempo e, por isso, terminou. Nada foi revelado e nada foi eliminado.",
    again: "Se ainda o quiser, escreva de novo para {contact}.",
  },
  refused: {
    subject: "{service}: o seu pedido é recusado",
    refused: "Examinámos o seu pedido e não fazemos o que nele é pedido.",
    ground: "O fundamento: {ground} ({article}).",
    reason: "Porque se aplica aqui:",
  },
  extended: {
    subject: "{service}: a sua resposta demora mais",
    until:
      "Não conseguimos responder ao seu pedido no prazo habitual. Recebe a resposta até {until}, o mais tardar.",
    reason: "A razão:",
  },
  "answer-by-person": { subject: "{service}: uma resposta ao seu pedido" },
};
