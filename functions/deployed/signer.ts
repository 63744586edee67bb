import { KMSClient } from "@aws-sdk/client-kms";
import { kmsSigner } from "../../shared/adapters/aws/kms-signer.ts";
import { setting } from "./settings.ts";

/** The key that signs this deployment's checkpoints. */
export const signer = kmsSigner(new KMSClient({}), setting("signingKeyArn"));
