import { Peer, Port, SecurityGroup, SubnetType, Vpc } from "aws-cdk-lib/aws-ec2";
import { Construct } from "constructs";

/** Two zones, so that work goes on while one is down. */
const ZONES = 2;

/**
 * A network that leads nowhere: subnets without a route to the internet, to another network or to another account.
 *
 * Its security group lets functions call by TLS. It cannot name the two services that the network reaches, because the
 * ids of their address lists differ by region and are known to a lookup in the account only; the routes keep the rest out.
 */
export class IsolatedNetwork extends Construct {
  readonly vpc: Vpc;
  readonly securityGroup: SecurityGroup;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.vpc = new Vpc(this, "vpc", {
      maxAzs: ZONES,
      natGateways: 0,
      createInternetGateway: false,
      subnetConfiguration: [{ name: "isolated", subnetType: SubnetType.PRIVATE_ISOLATED }],
    });
    this.securityGroup = new SecurityGroup(this, "functions", {
      vpc: this.vpc,
      description: "Calls by TLS to what the network has a route to: S3 and DynamoDB of this region.",
      allowAllOutbound: false,
    });
    this.securityGroup.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "The gateway endpoints");
  }
}
