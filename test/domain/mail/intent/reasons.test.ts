import { describe, expect, it } from "vitest";
import { recogniseIntent } from "../../../../shared/domain/mail/intent/recognise-intent.ts";
import { LABELS } from "./messages/labels.ts";

const read = (text: string, subject = "") => recogniseIntent({ subject, text, hasQuotation: false });

/** What is asked in a text, or nothing if a person has to look. */
function asked(text: string): unknown {
  const intent = read(text);
  return intent.clear ? intent.asked : undefined;
}

describe("only a part is meant", () => {
  it.each([
    "Please have my data deleted at those providers. The rest stays as it is.",
    "Merci de faire effacer mes données chez ces sous-traitants. Mon compte reste ouvert.",
    "请通知这些服务商删除我的数据。账号不用动。",
  ])("where it is at processors: %s", (text) => {
    expect(asked(text)).toEqual(LABELS.processors);
  });

  it("or it is not clear, where all was said and less was meant", () => {
    expect(read("Delete my data. I only mean the copies of your providers.").clear).toBe(false);
    expect(read("Delete all my data that you ever shared with your partners.").clear).toBe(false);
    expect(read("Delete all my data. Keep my account.").clear).toBe(false);
  });

  it("where the rest is to stay", () => {
    expect(asked("Delete my face data. Do not delete my account.")).toEqual(LABELS["facial-data"]);
    expect(asked("Bitte löschen Sie meine Gesichtsdaten. Das Konto möchte ich behalten.")).toEqual(
      LABELS["facial-data"],
    );
  });
});

describe("no request", () => {
  it.each([
    "One more crash and I'm deleting my account!",
    "Noch einmal, und ich lösche mein Konto!",
    "Encore un bug et je supprime mon compte.",
    "Si sigue fallando, voy a borrar mi cuenta.",
    "Mais uma vez e eu apago a minha conta.",
    "このままならアカウントを削除しますよ。",
    "再闪退我就把账号删了。",
    "फिर से हुआ तो मैं अपना खाता हटा दूंगा।",
  ])("is a threat: %s", (text) => {
    expect(read(text).clear).toBe(false);
  });

  it.each([
    "We remove bad reviews. To unsubscribe, reply STOP.",
    "Unsubscribe: click here",
    "You get this because you signed up. Unsubscribe here",
    "Pour vous désinscrire : stop@mail.example",
    "退订请回复 td@mail.example",
    "配信停止は stop@mail.example まで。",
  ])("is an offer to unsubscribe: %s", (text) => {
    expect(read(text).clear).toBe(false);
  });

  it.each([
    "Thank you for deleting my account.",
    "Danke für die Löschung meiner Daten.",
    "Merci d'avoir supprimé mon compte.",
    "アカウントを削除していただきありがとうございました。",
    "谢谢你们删除了我的数据。",
    "मेरा डेटा हटाने के लिए धन्यवाद।",
  ])("is thanks: %s", (text) => {
    expect(read(text).clear).toBe(false);
  });

  it.each([
    "You wrote that you are going to delete my data. I never asked you to delete anything.",
    "Vocês dizem que vão apagar os meus dados a meu pedido. Nunca pedi para apagar nada.",
    "Please delete my data. I never wanted you to delete it.",
  ])("is left of one that is denied elsewhere: %s", (text) => {
    expect(read(text).clear).toBe(false);
  });

  it.each([
    "mera account delete mat karna please",
    "please account delete nahi karna hai",
    "Please mera account delete na kare",
  ])("is a negation in Latin letters: %s", (text) => {
    expect(read(text).clear).toBe(false);
  });

  it("is an objection to being erased", () => {
    expect(read("I object to the deletion of my data.").clear).toBe(false);
  });

  it("is what words of a language mean that nobody speaks here", () => {
    expect(read("My account deletion failed.").clear).toBe(false);
    expect(read("Erase the face data layer in my portrait please").clear).toBe(false);
  });
});

describe("one right of two that are spoken of", () => {
  it("is several, where both are asked", () => {
    expect(read("请先把我的个人信息复制一份给我，然后再把我的账号删除。").clear).toBe(false);
    expect(read("Before you delete my account, send me a copy of my data.").clear).toBe(false);
    expect(read("Delete my account after you have sent me my data.").clear).toBe(false);
  });

  it.each([
    "Before I decide whether to delete my account, send me a copy of my data.",
    "Bevor ich entscheide, ob ich mein Konto lösche, möchte ich eine Kopie meiner Daten.",
    "Avant de décider si je supprime mon compte ou pas, je voudrais une copie de mes données.",
    "在我决定要不要删除账号之前，请把我的全部个人数据发一份给我。",
  ])("is a copy before something is decided: %s", (text) => {
    expect(asked(text)).toEqual(LABELS.access);
  });

  it.each([
    "Restrict the processing of my data. Do not delete it.",
    "Bitte schränken Sie die Verarbeitung meiner Daten ein, statt sie zu löschen.",
    "No borren mis datos: pido que se limite su tratamiento.",
    "处理请限制。请不要删除，只要限制处理我的个人信息。",
  ])("is a restriction instead of an erasure: %s", (text) => {
    expect(asked(text)).toEqual(LABELS.restriction);
  });

  it("is not a restriction that is refused itself", () => {
    expect(read("Do not restrict the processing of my data, delete it.").clear).toBe(false);
  });

  it("is an opt-out, where somebody objects to training or to being sold", () => {
    expect(asked("I object to the use of my images for training.")).toEqual(LABELS.training);
    expect(asked("I object to the sale of my data.")).toEqual(LABELS.sale);
    expect(asked("I don't object to the use of my images for training.")).toBeUndefined();
  });

  it("is an erasure, where what is known says what is to be erased", () => {
    expect(asked("Erase everything you know about me.")).toEqual(LABELS.account);
    expect(asked("I have downloaded everything. Please delete my account.")).toEqual(LABELS.account);
  });
});

describe("a story", () => {
  it("may have relatives in it, if the account is my own", () => {
    expect(asked("My sister loved the book. Please delete my account.")).toEqual(LABELS.account);
    expect(read("My sister has an account. Please delete my account.").clear).toBe(false);
  });

  it("may have negations that are about something else", () => {
    expect(asked("No hard feelings! I never got an answer. Please delete my account.")).toEqual(
      LABELS.account,
    );
    expect(asked("Delete my account without undue delay.")).toEqual(LABELS.account);
    expect(read("Delete my account without reading this.").clear).toBe(false);
  });

  it("may say that something was made by mistake", () => {
    expect(asked("I created it by mistake, please delete my account.")).toEqual(LABELS.account);
    expect(read("You deleted my account by mistake.").clear).toBe(false);
  });

  it("of a child may say what was not allowed", () => {
    expect(asked("I am 12 and made an account without asking.")).toEqual(LABELS.minor);
    expect(asked("Tengo 12 años y me hice una cuenta sin permiso.")).toEqual(LABELS.minor);
    expect(read("I am not a minor, I have an account.").clear).toBe(false);
  });
});

describe("what another sentence says", () => {
  it("is corrected, if it is wrong and a detail of a person", () => {
    expect(asked("My surname is misspelt. Please correct it.")).toEqual(LABELS.correction);
    expect(read("My surname is on the picture, misspelt. Please correct it.").clear).toBe(false);
    expect(read("My surname is Doe. Please correct it.").clear).toBe(false);
  });

  it("is taken back, if it was asked before", () => {
    expect(asked("Yesterday I asked you to delete my account. Please cancel that request.")).toEqual(
      LABELS.request,
    );
    expect(asked("मैं अपना डेटा हटाने का अनुरोध (HT-77) वापस लेता हूँ।")).toEqual(LABELS.request);
    expect(read("Please delete my account. Please cancel my request.").clear).toBe(false);
  });
});

describe("Chinese", () => {
  it("is read in traditional characters too", () => {
    expect(asked("請刪除我的帳戶及所有個人資料。")).toEqual(LABELS.account);
    expect(asked("請告訴我你們保存了我的哪些個人資料。")).toEqual(LABELS.access);
    expect(read("請不要刪除我的帳戶。").clear).toBe(false);
  });
});

describe("what something is taken out of stays", () => {
  it.each([
    "Bitte das falsche Geburtsdatum aus meinem Profil löschen.",
    "Please remove from my account my old address.",
    "Supprimez de mon compte mon ancienne adresse.",
    "Por favor, borren de mi cuenta la dirección antigua.",
    "Por favor, remova da minha conta o nome antigo.",
    "请从我的账号中删除错误的生日。",
    "मेरे खाते से पुराना पता हटा दीजिए।",
  ])("%s", (text) => {
    expect(read(text).clear).toBe(false);
  });

  it("and what replaces it makes a correction", () => {
    const text = "Bitte das falsche Geburtsdatum aus meinem Profil löschen und durch das richtige ersetzen.";
    expect(asked(text)).toEqual({ what: "right", right: "correction" });
  });
});

describe("a verb that stops an erasure", () => {
  it.each([
    "Please suspend the deletion of my account.",
    "Please reject the request to delete my account.",
    "Bitte stellen Sie die Löschung meines Kontos zurück.",
    "Bitte lehnen Sie den Antrag auf Löschung meines Kontos ab.",
    "Merci de rejeter la demande de suppression de mon compte.",
    "Por favor, rechacen la solicitud de eliminación de mi cuenta.",
    "Considerem nulo o pedido de exclusão da minha conta.",
    "アカウントの削除を見合わせてください。",
    "请把删除我账号的申请视为无效。",
    "请推迟删除我的账号。",
    "मेरा खाता हटाने का अनुरोध अस्वीकार करें।",
    "खाता हटाने का जो आवेदन दिया था, उसे स्थगित समझें।",
    "खाता हटाने का जो आवेदन दिया था, उसका क्या हुआ।",
  ])("is not heard as one: %s", (text) => {
    const intent = read(text);
    expect(intent.clear && intent.asked).not.toMatchObject({ right: "erasure" });
  });

  it("or takes an earlier request back", () => {
    const text = "कल खाता हटाने का जो आवेदन दिया था, उसे कृपया निरस्त समझें।";
    expect(asked(text)).toEqual({ what: "withdrawal-of-request" });
  });
});

describe("what comes back to somebody", () => {
  it.each([
    "Bitte erstatten Sie mir einen Betrag zurück.",
    "Bitte rufen Sie mich wegen meiner Anfrage zurück.",
    "Ihr habt meine Anfrage nicht mehr beantwortet.",
  ])("is no request: %s", (text) => {
    expect(read(text).clear).toBe(false);
  });

  it("but one that somebody takes back is", () => {
    const text = "Meinen Löschantrag nehme ich hiermit zurück.";
    expect(asked(text)).toEqual({ what: "withdrawal-of-request" });
  });
});

describe("a title over a text that says more", () => {
  it("is the opt-out that the text objects to", () => {
    const text = "Je m'oppose à l'utilisation de mes images pour l'entraînement de vos modèles.";
    expect(read(text, "Opposition")).toMatchObject({
      clear: true,
      asked: { what: "opt-out", of: "training" },
    });
  });

  it("and stays an objection besides, where the text itself objects to more", () => {
    const text = "Je m'oppose au profilage. N'utilisez pas mes images pour l'entraînement.";
    expect(read(text, "Opposition")).toMatchObject({ clear: false, why: "several-rights" });
  });
});

describe("an account that somebody else opened", () => {
  it("is the writer's, if the writer says so", () => {
    expect(asked("My son opened an account for me. Please delete my account.")).toEqual(LABELS.account);
  });

  it("and nobody else's is erased", () => {
    expect(read("My wife set up an account for me. Please delete her account.").clear).toBe(false);
    expect(read("Mein Enkel hat mir ein Konto eingerichtet. Bitte löschen Sie sein Konto.").clear).toBe(
      false,
    );
  });
});

describe("copies at processors", () => {
  it("are what is to be erased, and no copy is asked for", () => {
    const text = "Please delete the copies of my data held at your partners.";
    expect(asked(text)).toEqual(LABELS.processors);
  });

  it("unless one is", () => {
    const text = "Please delete the copies of my data held at your partners and send me a copy.";
    expect(read(text)).toMatchObject({ clear: false, why: "several-rights" });
  });
});

describe("a question about an erasure", () => {
  it.each([
    "Please confirm the status of the deletion of my account.",
    "Please send me the form for the deletion of my account.",
    "Please protect my account from deletion.",
    "Bitte teilen Sie mir den Stand der Löschung meines Kontos mit.",
    "Merci de me dire où en est la suppression de mon compte.",
    "Por favor, díganme el estado de la eliminación de mi cuenta.",
    "Por favor, informem o andamento da exclusão da minha conta.",
    "请告诉我删除账号的进度。",
    "कृपया मेरा खाता हटाने के अनुरोध की स्थिति बताएं।",
  ])("asks for none: %s", (text) => {
    expect(read(text).clear).toBe(false);
  });
});

describe("more than anybody writes who asks for one thing", () => {
  it.each([
    ["a sentence that never ends", "删除了又请把我的账号数据的副本".repeat(101)],
    ["sentence after sentence", "Please delete my account. ".repeat(1000)],
  ])("is read by a person: %s", (_, text) => {
    expect(read(text)).toEqual({ clear: false, why: "too-long" });
  });

  it("is not what a long letter is", () => {
    const reasons = "I have used the service for a year and drew many pictures with it. ".repeat(100);
    expect(asked(`${reasons}Please delete my account.`)).toEqual(LABELS.account);
  });
});

describe("the published line of an opt-out", () => {
  const under = (text: string) => read(text, "Model Training Opt-Out");

  it.each([
    "I wrote to you in May. You may use my pictures again, I don't mind any more.",
    "Ich habe nichts dagegen, Sie können die Bilder doch nutzen.",
    "Finalement, aucun problème : vous pouvez utiliser mes images.",
    "He cambiado de opinión: pueden usar mis imágenes.",
    "Mudei de ideia, podem usar as minhas fotos.",
    "やはり使っていただいて構いません。",
    "我改主意了，你们可以使用我的图片。",
  ])("does not count over a text that says the opposite: %s", (text) => {
    expect(under(text)).toMatchObject({ clear: false, why: "negated" });
  });

  it.each(["", "ada@people.example", "Please do not train on my pictures."])("counts over %j", (text) =>
    expect(under(text)).toMatchObject({ clear: true, asked: LABELS.training }),
  );
});
