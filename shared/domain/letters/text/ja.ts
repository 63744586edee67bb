import type { LetterTexts } from "../letter-texts.ts";

export const ja: LetterTexts = {
  locale: "ja",
  regulation: "GDPR",
  article: "{regulation} 第{article}条",
  everyLetter: {
    number: "ご請求の番号: {number}",
    complaint:
      "お住まいの地域や勤務地などのデータ保護監督機関に苦情を申し立てることができます。また、裁判所に訴えることもできます。",
    status: "ご請求の状況を見る",
  },
  asks: {
    "erase-account": "アカウントとその中のすべてのデータの削除",
    "erase-facial-data": "写真と顔のデータの削除（アカウントは残ります）",
    "erase-project": "プロジェクト 1 件の削除（アカウントは残ります）",
    "erase-processors": "当社の委託先が持つお客様のデータの削除（アカウントは残ります）",
    access: "お客様に関するデータの開示",
    portability: "ほかへ移すためのデータの写し",
    correction: "お客様に関するデータの訂正",
    restriction: "お客様に関するデータを保存のみとし、利用しないこと",
    objection: "異議のあるデータ利用の中止",
    "opt-out": "データ利用の中止",
    "consent-withdrawal": "同意の撤回",
    nomination: "お客様に代わって行動できる方の指定",
    grievance: "データの取り扱いについての苦情",
  },
  grounds: {
    "identity-not-proved": "請求した方がご本人かどうかの合理的な疑いが解消されなかったため",
    "unfounded-or-excessive": "請求が明らかに根拠を欠くか、過度であるため",
    "freedom-of-expression": "表現と情報の自由のため",
    "legal-obligation": "法律が取り扱いを求めているか、公共の利益のための業務であるため",
    "public-health": "公衆衛生の分野における公共の利益のため",
    "archiving-or-research": "公共の利益のための保存、研究または統計が、削除によって著しく損なわれるため",
    "legal-claims": "法的な請求の立証、行使または防御のため",
    "not-applicable": "法律が削除を求めるどの場合にも当たらないため",
  },
  acknowledgement: {
    subject: "{service}: メッセージを受け取りました",
    arrived: "{service} へのメッセージを受け取りました。これはすべての方に自動で送られる同じ文面です。",
    link: "このアドレスのアカウントがあり、ご請求の内容に確認が必要な場合は、別のメールでこのアドレスにリンクをお送りします。確認されるまで、何も開示されず、何も削除されません。",
    answer: "遅くとも {answerBy} までにお答えします。",
  },
  "confirm-link": {
    subject: "{service}: ご請求の確認をお願いします",
    asked: "{service} は、おそらくお客様から、次のご請求を受けました: {asked}。",
    final: "削除は取り消せません。削除されたものは、当社でも元に戻せません。",
    confirm:
      "確認するには、このページを開き、そこにあるボタンを押してください。開くだけでは何も変わりません。",
    label: "請求を確認する",
    valid: "リンクは 1 回だけ、{validUntil} まで使えます。",
    notYou: "お心当たりがない場合は、何もしないでください。確認がなければ何も起こりません。",
  },
  "took-effect": {
    subject: "{service}: 適用されました",
    effects: {
      training: "このアドレスのアカウントがある場合、{at} から、その中のものはモデルの学習に使われません。",
      marketing: "このアドレスのアカウントがある場合、{at} から、広告メールは送られません。",
      sale: "このアドレスのアカウントがある場合、{at} から、そのデータは販売されず、広告のために共有されません。",
      "consent-withdrawal":
        "このアドレスのアカウントがある場合、それについての同意は {at} から撤回されたものとして扱われます。",
      minor:
        "このアドレスのアカウントがある場合、子どもが使っているとの報告を受け、{at} から停止されています。これにより削除されたものはありません。担当者が報告を確認します。",
    },
    undo: "お心当たりがない場合や、お考えが変わった場合は、{undoUntil} まで、このページのボタンで元に戻せます。",
    label: "元に戻す",
  },
  "form-needed": {
    subject: "{service}: もう少し情報が必要です",
    senders: {
      agent: {
        why: "ほかの方に代わってご連絡をいただきました。メールだけではご本人の意思を確認できないため、次のものが必要です:",
        needs: [
          "その方のアカウントが開設されたときのアドレス",
          "請求できる内容を記した、ご本人の署名のある委任状",
          "あなたのお名前と連絡先",
        ],
      },
      parent: {
        why: "お子様のデータについてご連絡をいただきました。メールだけでは権限を確認できないため、次のものが必要です:",
        needs: [
          "アカウントが開設されたときのアドレス（ご存じの場合）",
          "お子様の親または後見人であることの表明",
          "お子様の年齢",
        ],
      },
      "depicted-person": {
        why: "ご自身が写っている画像についてご連絡をいただきました。画像を見つけ、別の画像を削除しないために、次のものが必要です:",
        needs: [
          "その画像をご覧になった場所（ウェブ上のアドレスなど）",
          "写っている人のうち、どの方があなたか",
          "その人物があなたであることの表明",
        ],
      },
      heir: {
        why: "亡くなった方のデータについてご連絡をいただきました。メールだけでは権限を確認できないため、次のものが必要です:",
        needs: [
          "その方のアカウントが開設されたときのアドレス",
          "亡くなったことを示す書類",
          "相続人であること、または指定された方であることを示す書類",
        ],
      },
    },
    label: "フォームを開く",
    valid: "フォームは {validUntil} まで送信できます。",
    afterwards: "担当者が読み、お答えします。担当者が求めない限り、身分証明書の写しは送らないでください。",
  },
  completed: {
    erased: {
      account: {
        subject: "{service}: アカウントが削除されました",
        first: "ご請求のとおり、{service} のアカウントのデータは削除されました。",
      },
      minor: {
        subject: "{service}: アカウントが削除されました",
        first:
          "利用できる年齢に達していない方のアカウントであったため、{service} のこのアカウントのデータは削除されました。",
      },
      project: {
        subject: "{service}: プロジェクト 1 件が削除されました",
        first: "ご請求のとおり、{service} のプロジェクト 1 件が削除されました。",
      },
      page: {
        subject: "{service}: ページ 1 件が削除されました",
        first: "ご請求のとおり、{service} のページ 1 件が削除されました。",
      },
      image: {
        subject: "{service}: 画像 1 件が削除されました",
        first: "ご請求のとおり、{service} の画像 1 件が削除されました。",
      },
      "facial-data": {
        subject: "{service}: 顔のデータが削除されました",
        first: "ご請求のとおり、{service} のご指定の顔のデータは削除されました。",
      },
      data: {
        subject: "{service}: データが削除されました",
        first: "ご請求のとおり、{service} のご指定のデータは削除されました。",
      },
      processors: {
        subject: "{service}: 委託先に削除を求めました",
        first: "{service} の委託先に、お客様について持っていたものの削除を求めました。",
      },
    },
    accountStays: "アカウントと、その中のほかのすべては、以前のままです。",
    nothingFound: "その後、そのようなデータを保管するすべての場所をもう一度調べ、何も見つかりませんでした。",
    nothingFoundBut:
      "その後、そのようなデータを保管するすべての場所をもう一度調べ、次のもの以外は何も見つかりませんでした:",
    answered: "どの委託先からも回答があり、記録しています。委託先が持つものを当社が調べることはできません。",
    kept: "{what}: {until} まで保存（{legalBasis}）",
    keptCut:
      "{what}: アカウントの代わりに仮名で、{records}を {keeps} のみに減らして {until} まで保存（{legalBasis}）",
    oneRecord: "1 件の記録",
    records: "{count} 件の記録",
    copiesUntil:
      "保管場所全体のバックアップには、{until} までまだ残っている可能性があります。ほかの目的には使いません。一人分だけを取り除くことはできず、その日に消えたかどうかを確認します。",
    certificateByLink: "行われたことの署名付き証明書を受け取る",
    certificateByMail:
      "ご請求の番号で、行われたことの署名付き証明書を求めることができます。{contact} までご連絡ください。",
    addressForgotten: "このアドレスはこのメールを送るためだけに保存していたもので、今は消去されています。",
  },
  "not-proved": {
    subject: "{service}: ご請求は確認されませんでした",
    ended:
      "このご請求は期限までに確認されなかったため、終了しました。何も開示されず、何も削除されていません。",
    again: "引き続きご希望の場合は、{contact} までもう一度ご連絡ください。",
  },
  refused: {
    subject: "{service}: ご請求はお受けできません",
    refused: "ご請求を検討しましたが、求められたことは行いません。",
    ground: "根拠: {ground}（{article}）。",
    reason: "それが当てはまる理由:",
  },
  extended: {
    subject: "{service}: 回答に時間がかかっています",
    until: "通常の期間内にお答えすることができません。遅くとも {until} までにお答えします。",
    reason: "理由:",
  },
  "answer-by-person": { subject: "{service}: ご請求への回答" },
};
