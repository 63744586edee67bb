import { GetBucketPolicyCommand, type S3Client } from "@aws-sdk/client-s3";
import { comparablePolicy } from "./access-policy.ts";
import { answerOrNothing, type Properties, type Settings } from "./settings.ts";

/** Returns what a template wants of a bucket's policy. */
export function wantedOfBucketPolicy({ PolicyDocument }: Properties): Settings {
  return { policy: comparablePolicy(PolicyDocument) };
}

/** Returns the policy that a bucket has. */
export async function foundInBucketPolicy(s3: S3Client, bucket: string): Promise<Settings> {
  const call = s3.send(new GetBucketPolicyCommand({ Bucket: bucket }));
  const answer = await answerOrNothing(call, "NoSuchBucketPolicy");
  return { policy: comparablePolicy(answer?.Policy) };
}
