import { CfnOutput, Stack, Tags } from "aws-cdk-lib";
import { GatewayVpcEndpointAwsService } from "aws-cdk-lib/aws-ec2";
import {
  PolicyStatement,
  type PolicyStatementProps,
  Role,
  ServicePrincipal,
  StarPrincipal,
} from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { prefixBeforeSubject, type Store } from "../../shared/domain/policy/store.ts";
import type { IsolatedNetwork } from "./isolated-network.ts";
import { carriesOneOf, PURPOSE_TAG, purposesOf } from "./purpose-tag.ts";

/** Returns the stores whose categories are worked on in isolation. */
export function isolatedStores({ stores, isolatedProcessing }: Policy): readonly Store[] {
  const isolated = isolatedProcessing?.categories ?? [];
  return stores.filter(({ categories }) => categories.some((category) => isolated.includes(category)));
}

/**
 * The ways out of an isolated network, which lead to the declared stores alone, and the role for the functions in it.
 * The service puts its own functions there: the outputs name subnets, security group and role.
 */
export class IsolatedProcessing extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly policy: Policy;
      readonly declared: NonNullable<Policy["isolatedProcessing"]>;
      readonly network: IsolatedNetwork;
      readonly refs: Readonly<Record<string, StoreRef>>;
    },
  ) {
    super(scope, id);
    const { policy, network, refs } = props;
    const { categories, purpose } = props.declared;
    const purposes = purposesOf(policy, categories);
    const uses = isolatedStores(policy).map((store) => useOf(store, refs[store.id]));
    for (const service of ["S3", "DYNAMODB"] as const) {
      const statements = uses.flatMap((use) => (use?.service === service ? use.statements : []));
      if (statements.length === 0) continue;
      const endpoint = network.vpc.addGatewayEndpoint(service.toLowerCase(), {
        service: GatewayVpcEndpointAwsService[service],
      });
      for (const statement of statements) endpoint.addToPolicy(throughEndpoint(statement, purposes));
    }
    const role = new Role(this, "facial-processing", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: `For functions that work for ${purpose} in the isolated network.`,
    });
    Tags.of(role).add(PURPOSE_TAG, purpose);
    const statements = [
      ...uses.flatMap((use) => [...(use?.statements ?? []), ...(use?.key ?? [])]),
      INTERFACES,
    ];
    for (const statement of statements) role.addToPolicy(new PolicyStatement(statement));
    const outputs = {
      IsolatedSubnets: network.vpc.isolatedSubnets.map(({ subnetId }) => subnetId).join(","),
      IsolatedSecurityGroup: network.securityGroup.securityGroupId,
      IsolatedRoleArn: role.roleArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(Stack.of(this), name, { value });
  }
}

/**
 * What Lambda asks of the role of a function in a network.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
const INTERFACES: PolicyStatementProps = {
  actions: [
    "ec2:CreateNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:DeleteNetworkInterface",
    "ec2:AssignPrivateIpAddresses",
    "ec2:UnassignPrivateIpAddresses",
  ],
  resources: ["*"],
};

interface Use {
  readonly service: "S3" | "DYNAMODB";
  readonly statements: readonly PolicyStatementProps[];
  readonly key: readonly PolicyStatementProps[];
}

/** Returns what working on a store takes; undefined if it is reached by neither of the two services. */
function useOf(store: Store, ref: StoreRef | undefined): Use | undefined {
  if (!ref) throw new Error(`Store ${store.id} has no place; the storage stack makes one for each.`);
  const { arn, keyArn, region } = ref;
  const key = (service: string): readonly PolicyStatementProps[] =>
    keyArn === undefined
      ? []
      : [
          {
            actions: ["kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"],
            resources: [keyArn],
            conditions: { StringEquals: { "kms:ViaService": `${service}.${region}.amazonaws.com` } },
          },
        ];
  switch (store.kind) {
    case "s3": {
      const objects = `${arn}/${prefixBeforeSubject(store)}*`;
      const actions = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"];
      return { service: "S3", statements: [{ actions, resources: [objects] }], key: key("s3") };
    }
    case "dynamodb":
    case "dynamodb-index":
    case "dynamodb-mentions":
    case "dynamodb-shared": {
      const operations = ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"];
      const actions = operations.map((operation) => `dynamodb:${operation}`);
      return { service: "DYNAMODB", statements: [{ actions, resources: [arn] }], key: key("dynamodb") };
    }
    case "cognito":
    case "log-group":
    case "queue":
    case "aged-files":
      return undefined;
  }
}

/** A gateway endpoint takes no other principal than everybody, so what they work for is a condition. */
function throughEndpoint(statement: PolicyStatementProps, purposes: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    ...statement,
    principals: [new StarPrincipal()],
    conditions: carriesOneOf(purposes),
  });
}
