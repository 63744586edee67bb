import { z } from "zod";

/** What a third party can be set to keep of what it is sent, in the words of OpenAI, the one that shows it. */
export const SETTINGS = [
  "zero-data-retention",
  "modified-abuse-monitoring",
  "enhanced-zero-data-retention",
  "enhanced-modified-abuse-monitoring",
  "none",
] as const;

/** Why a setting was not read. */
export const SETTING_NOT_READ_BECAUSE = [
  /** Nothing of ours may read it. */
  "no-key",
  /** The key that should may not. */
  "refused",
  /** It was not reached, or said nothing that is known here. */
  "unclear",
] as const;

/**
 * What a third party itself shows of how long it was set to keep things, when it was asked. It is about what is sent while
 * it is set: of what was kept before it proves nothing.
 */
export const VendorSettingSchema = z.discriminatedUnion("read", [
  z.strictObject({
    read: z.literal("yes"),
    at: z.iso.datetime(),
    /** Whose it is: a project's own goes before that of the organisation. */
    of: z.enum(["organization", "project"]),
    says: z.enum(SETTINGS),
  }),
  z.strictObject({
    read: z.literal("no"),
    at: z.iso.datetime(),
    because: z.enum(SETTING_NOT_READ_BECAUSE),
  }),
]);

export type VendorSetting = z.infer<typeof VendorSettingSchema>;

const SAYS: Readonly<Record<(typeof SETTINGS)[number], string>> = {
  "zero-data-retention": "zero data retention",
  "modified-abuse-monitoring": "modified abuse monitoring",
  "enhanced-zero-data-retention": "enhanced zero data retention",
  "enhanced-modified-abuse-monitoring": "enhanced modified abuse monitoring",
  none: "that nothing of the kind is set",
};
const BECAUSE: Readonly<Record<(typeof SETTING_NOT_READ_BECAUSE)[number], string>> = {
  "no-key": "its secret here has no key that may",
  refused: "the key that should may not",
  unclear: "it was not reached or gave no clear answer",
};

/** Returns a setting as a whole sentence, with what it does not show. */
export function settingText(setting: VendorSetting): string {
  const day = setting.at.slice(0, 10);
  if (setting.read === "no")
    return `Its own setting could not be read on ${day}: ${BECAUSE[setting.because]}.`;
  const whose = setting.of === "project" ? "our project" : "our organisation";
  return `Its own setting for ${whose}, read on ${day}, says ${SAYS[setting.says]}; of what it kept before that proves nothing.`;
}
