import type { LetterTexts } from "../letter-texts.ts";

export const zh: LetterTexts = {
  locale: "zh",
  regulation: "GDPR",
  article: "{regulation} 第 {article} 条",
  everyLetter: {
    number: "您的请求编号：{number}",
    complaint: "您可以向数据保护机构投诉，例如您居住地或工作地的机构，也可以向法院起诉。",
    status: "查看请求的进展",
  },
  asks: {
    "erase-account": "删除您的账户及其中的全部内容",
    "erase-facial-data": "删除您的照片和面部数据（账户保留）",
    "erase-project": "删除一个项目（账户保留）",
    "erase-processors": "删除为我们工作的公司所持有的您的数据（账户保留）",
    access: "查阅关于您的数据",
    portability: "获取可转移到别处的数据副本",
    correction: "更正关于您的数据",
    restriction: "只保存而不使用关于您的数据",
    objection: "停止您所反对的数据使用",
    "opt-out": "停止对您数据的一种使用",
    "consent-withdrawal": "撤回同意",
    nomination: "指定可以代您行事的人",
    grievance: "对数据处理方式的投诉",
  },
  grounds: {
    "identity-not-proved": "对请求人身份的合理怀疑未能消除",
    "unfounded-or-excessive": "请求明显没有依据或过度",
    "freedom-of-expression": "言论和信息自由",
    "legal-obligation": "法律要求进行处理，或处理是为公共利益执行的任务",
    "public-health": "公共卫生领域的公共利益",
    "archiving-or-research": "为公共利益的存档、研究或统计，删除会严重妨碍它们",
    "legal-claims": "提出、行使或抗辩法律主张",
    "not-applicable": "不属于法律要求删除的任何情形",
  },
  acknowledgement: {
    subject: "{service}：您的来信已收到",
    arrived: "您发给 {service} 的来信已收到。本信由机器自动发出，对所有人内容相同。",
    link: "如果有账户使用此地址，并且所请求的事项需要确认，我们会另发一封信，把链接发送到此地址。在确认之前，不会披露任何内容，也不会删除任何内容。",
    answer: "您最迟会在 {answerBy} 之前得到答复。",
  },
  "confirm-link": {
    subject: "{service}：请确认您的请求",
    asked: "{service} 收到以下请求，可能由您提出：{asked}。",
    final: "删除是最终的。已删除的内容无法恢复，我们也无法恢复。",
    confirm: "如要确认，请打开此页面并按下其中的按钮。仅打开页面不会改变任何内容。",
    label: "确认请求",
    valid: "链接只能使用一次，有效期至 {validUntil}。",
    notYou: "如果不是您提出的，请不必理会：没有确认，什么都不会发生。",
  },
  "took-effect": {
    subject: "{service}：已经生效",
    effects: {
      training: "如果有账户使用此地址，自 {at} 起，其中的内容不再用于训练模型。",
      marketing: "如果有账户使用此地址，自 {at} 起，它不再收到广告邮件。",
      sale: "如果有账户使用此地址，自 {at} 起，其数据不会被出售，也不会为广告目的被共享。",
      "consent-withdrawal": "如果有账户使用此地址，自 {at} 起，为其所作的同意视为已撤回。",
      minor:
        "如果有账户使用此地址，由于有人报告该账户由儿童使用，它自 {at} 起已被锁定。这并未删除任何内容：工作人员会查看该报告。",
    },
    undo: "如果不是您提出的，或您改变了主意：在 {undoUntil} 之前，可以在此页面用其中的按钮撤销。",
    label: "撤销",
  },
  "form-needed": {
    subject: "{service}：我们还需要您提供一些信息",
    senders: {
      agent: {
        why: "您代表他人来信。仅凭一封邮件无法表明这是其本人的意愿，因此我们需要：",
        needs: ["其账户开立时使用的地址", "由其本人签名、写明您可以请求什么的授权书", "您的姓名和联系方式"],
      },
      parent: {
        why: "您就儿童的数据来信。仅凭一封邮件无法表明您有权这样做，因此我们需要：",
        needs: ["账户开立时使用的地址（如果您知道）", "您是该儿童父母或监护人的声明", "儿童的年龄（周岁）"],
      },
      "depicted-person": {
        why: "您就一张有您的图像来信。为了找到它而不误删其他图像，我们需要：",
        needs: ["您在何处看到该图像，例如其网址", "图像中的哪一位是您", "此人就是您的声明"],
      },
      heir: {
        why: "您就已故者的数据来信。仅凭一封邮件无法表明您有权这样做，因此我们需要：",
        needs: ["其账户开立时使用的地址", "证明其去世的文件", "证明您是继承人或由其指定的文件"],
      },
    },
    label: "打开表单",
    valid: "表单可在 {validUntil} 之前提交。",
    afterwards: "工作人员会阅读并答复。除非工作人员要求，请不要发送身份证件的副本。",
  },
  completed: {
    erased: {
      account: {
        subject: "{service}：您的账户已删除",
        first: "您在 {service} 的账户数据已按您的请求删除。",
      },
      minor: {
        subject: "{service}：一个账户已删除",
        first: "由于账户所有者未达到可以拥有账户的年龄，此账户在 {service} 的数据已删除。",
      },
      project: {
        subject: "{service}：一个项目已删除",
        first: "您在 {service} 的一个项目已按您的请求删除。",
      },
      page: {
        subject: "{service}：一个页面已删除",
        first: "您在 {service} 的一个页面已按您的请求删除。",
      },
      image: {
        subject: "{service}：一张图像已删除",
        first: "您在 {service} 的一张图像已按您的请求删除。",
      },
      "facial-data": {
        subject: "{service}：您的面部数据已删除",
        first: "您所指明的、在 {service} 的面部数据已按您的请求删除。",
      },
      data: {
        subject: "{service}：您的数据已删除",
        first: "您所指明的、在 {service} 的数据已按您的请求删除。",
      },
      processors: {
        subject: "{service}：已要求其他公司删除您的数据",
        first: "已要求为 {service} 工作的公司删除其持有的关于您的内容。",
      },
    },
    accountStays: "您的账户及其中的其他内容保持原样。",
    nothingFound: "之后我们在保存此类数据的每个地方再次查找，没有找到任何相关内容。",
    nothingFoundBut: "之后我们在保存此类数据的每个地方再次查找，除以下内容外没有找到任何相关内容：",
    answered: "每一家都已答复，我们已将答复记录在案。我们无法查看它们持有的内容。",
    kept: "{what}：保存至 {until}（{legalBasis}）",
    keptCut: "{what}：以假名代替您的账户保存，{records}，只保留 {keeps}，至 {until}（{legalBasis}）",
    oneRecord: "1 条记录",
    records: "{count} 条记录",
    copiesUntil:
      "整个存储的备份在 {until} 之前可能仍包含这些内容。备份不作他用；无法从中只取出某一个人的内容，届时我们会查看备份是否已不存在。",
    certificateByLink: "获取所做处理的签名证明",
    certificateByMail: "您可以凭请求编号向我们索取所做处理的签名证明：请写信至 {contact}。",
    addressForgotten: "保留此地址只是为了给您发送本信，现已清除。",
  },
  "not-proved": {
    subject: "{service}：您的请求未被确认",
    ended: "此请求未在期限内确认，因此已结束。没有披露任何内容，也没有删除任何内容。",
    again: "如果您仍然需要，请再次写信至 {contact}。",
  },
  refused: {
    subject: "{service}：您的请求被拒绝",
    refused: "我们审查了您的请求，不会执行所请求的事项。",
    ground: "依据：{ground}（{article}）。",
    reason: "适用的原因：",
  },
  extended: {
    subject: "{service}：答复需要更长时间",
    until: "我们无法在通常的期限内答复您的请求。您最迟会在 {until} 之前得到答复。",
    reason: "原因：",
  },
  "answer-by-person": { subject: "{service}：对您请求的答复" },
};
