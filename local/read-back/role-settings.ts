import { GetRoleCommand, type IAMClient } from "@aws-sdk/client-iam";
import { comparable, members, type Properties, type Settings } from "./settings.ts";

/** Returns what a template wants of a role; a boundary is named by a reference, so only its presence counts. */
export function wantedOfRole(properties: Properties): Settings {
  return {
    "permissions boundary": comparable(properties.PermissionsBoundary !== undefined),
    tags: tags(members(properties, "Tags")),
  };
}

/** Returns what a role has. */
export async function foundInRole(iam: IAMClient, name: string): Promise<Settings> {
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: name }));
  return {
    "permissions boundary": comparable(Role?.PermissionsBoundary?.PermissionsBoundaryArn !== undefined),
    tags: tags((Role?.Tags ?? []).map((tag) => ({ ...tag }))),
  };
}

/** Tags that AWS sets itself begin with `aws:`. */
function tags(each: readonly Properties[]): string {
  const own = each.filter(({ Key }) => !String(Key).startsWith("aws:"));
  return comparable(own.map(({ Key, Value }) => comparable({ Key, Value })).toSorted());
}
