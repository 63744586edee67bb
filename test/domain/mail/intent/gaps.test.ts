import { describe, expect, it } from "vitest";
import { LEXICONS } from "../../../../shared/domain/mail/intent/lexicons.ts";
import { recogniseIntent } from "../../../../shared/domain/mail/intent/recognise-intent.ts";
import type { MailLanguage } from "../../../../shared/domain/mail/intent.ts";
import { LABELS } from "./messages/labels.ts";

/** What is asked in a text, or nothing if a person has to look. */
function asked(text: string): unknown {
  const intent = recogniseIntent({ subject: "", text, hasQuotation: false });
  return intent.clear ? intent.asked : undefined;
}

describe("a child whom somebody else reports", () => {
  it.each([
    "I'm a primary school teacher. One of my pupils, aged nine, has an account with you.",
    "Ich bin Jugendleiter. Ein Junge aus unserer Gruppe, 11 Jahre alt, hat bei Ihnen ein Konto.",
    "Je suis institutrice et un élève de neuf ans a un compte chez vous.",
    "Un alumno de ocho años tiene cuenta en su generador. Soy profesor de primaria.",
    "Sou professor e um aluno de nove anos tem conta no vosso serviço.",
    "学童の指導員です。9歳の子どもが貴社のアプリを使っていることを知りましたのでお知らせします。",
    "我是社工，发现一名十岁的男孩在用你们的软件，特此告知。",
    "मैं शिक्षक हूँ। मेरी कक्षा के नौ साल के एक छात्र का आपकी ऐप पर अकाउंट है, सूचित कर रहा हूँ।",
  ])("is a report: %s", (text) => {
    expect(asked(text)).toEqual(LABELS.minor);
  });

  it.each([
    "I'm a teacher. Can a nine-year-old pupil have an account?",
    "I'm a teacher and one of my pupils (9) would like to have an account.",
    "I'm a teacher. One of my pupils, aged 19, has an account with you.",
    "I'm a teacher. If a pupil aged nine has an account, what do you do.",
    "I'm a teacher of a nine-year-old pupil and my school has an account.",
    "Un alumno de ocho años no tiene cuenta. Soy profesor de primaria.",
    "教員です。15歳の生徒はこのアプリを使っていません。",
    "Ich bin Lehrer. Ein Schüler, 9 Jahre alt, hat kein Konto bei Ihnen.",
    "I'm a teacher. No pupil aged nine has an account with you.",
    "A pupil aged nine has an account with you.",
    "9歳の生徒がこのアプリを使っています。",
    "I'm a teacher. One of my pupils, aged nine, has an account with you?",
    "I'm a teacher. The school, aged nine, has an account with you.",
    "Soy profesor. Mi escuela de ocho años tiene cuenta en su generador.",
    "我是老师，我们班9岁的学生想注册一个账号。",
  ])("or not, and then a person looks: %s", (text) => {
    expect(asked(text)).toBeUndefined();
  });
});

describe("copies at partners", () => {
  it.each([
    "Please have your AI partners delete their copies of my photos right away. My account stays.",
    "Ihre KI-Partner sollen die Kopien meiner Bilder löschen und nicht erst nach sieben Tagen.",
    "Merci de faire effacer les copies de mes images chez vos fournisseurs d'IA, sans attendre sept jours.",
    "Por favor borren las copias de mis imágenes que tienen sus proveedores de IA. La cuenta no la toquen.",
    "AIの提携先に残っている私の画像のコピーを、7日間待たずに今すぐ削除させてください。",
  ])("are asked for alone, whatever they are copies of: %s", (text) => {
    expect(asked(text)).toEqual(LABELS.processors);
  });

  it.each([
    "Please delete my uploads and inform your partners.",
    "Bitte löschen Sie meine Uploads und informieren Sie Ihre Partner.",
    "写真を消して、提携先にも連絡してください。",
    "मेरी तस्वीरें हटा दें और अपने पार्टनरों को बता दें।",
    "Kann ich die Kopien bei euren KI-Partnern löschen lassen?",
    "Please delete all my data that you shared with your partners.",
    "Merci de supprimer toutes mes données que vous avez transmises à vos partenaires.",
  ])("are not meant: %s", (text) => {
    expect(asked(text)).toBeUndefined();
  });
});

describe("what will not be deleted", () => {
  it.each([
    "My project keeps coming back after I delete it. Please delete the project on your side.",
    "Das Projekt lässt sich bei mir nicht entfernen. Bitte löschen Sie dieses Projekt.",
    "このプロジェクトは何度消しても復活します。そちらでこのプロジェクトを削除してください。",
  ])("is asked for: %s", (text) => {
    expect(asked(text)).toEqual(LABELS.project);
  });

  it.each(["My account won't delete.", "Mein Konto lässt sich nicht löschen.", "账号删不掉。"])(
    "is not, where somebody only says so: %s",
    (text) => {
      expect(asked(text)).toBeUndefined();
    },
  );
});

describe("the rest", () => {
  it("is not to be touched, where a part is asked for in the same sentence", () => {
    expect(asked("Por favor borren el proyecto, lo demás no lo toquen.")).toEqual(LABELS.project);
  });

  it("makes it unclear, where all is asked for", () => {
    expect(asked("Por favor borren mi cuenta, lo demás no lo toquen.")).toBeUndefined();
  });
});

describe("a restriction in plain words", () => {
  it.each([
    "Please keep my data but don't use it until the court case is over.",
    "Bitte bewahren Sie meine Daten auf, verwenden Sie sie aber vorerst nicht.",
    "Guardem meus dados mas não usem enquanto durar o processo.",
    "我的数据先留着，但是不要用。",
    "मेरा डेटा रखें लेकिन उसका इस्तेमाल न करें।",
  ])("is one: %s", (text) => {
    expect(asked(text)).toEqual(LABELS.restriction);
  });

  it.each(["Keep the image but don't use the filter.", "Keep my account but don't use the old password."])(
    "is none of other things: %s",
    (text) => {
      expect(asked(text)).toBeUndefined();
    },
  );
});

describe("a phrase", () => {
  it("is the longest that begins where it does", () => {
    const text = "while you verify my complaint, restrict processing.";
    expect(found("en", "meanwhile", text)).toEqual(["while you verify my complaint"]);
  });
});

function found(language: MailLanguage, concept: "meanwhile", text: string): readonly string[] {
  return LEXICONS.filter(({ words }) => words.language === language).flatMap((lexicon) =>
    lexicon.all(concept, text).map(({ start, end }) => text.slice(start, end)),
  );
}
