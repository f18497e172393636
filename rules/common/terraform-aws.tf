resource "aws_security_group_rule" "weak" {
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  # ruleid: terraform-aws-admin-port-open
  cidr_blocks       = ["10.0.0.0/8", "0.0.0.0/0"]
  security_group_id = "sg-1"
}

resource "aws_security_group_rule" "known_network" {
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  # ok: terraform-aws-admin-port-open
  cidr_blocks       = ["10.0.0.0/8"]
  security_group_id = "sg-1"
}

resource "aws_security_group_rule" "web" {
  type              = "ingress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  # ok: terraform-aws-admin-port-open
  cidr_blocks       = ["0.0.0.0/0"]
  security_group_id = "sg-1"
}

resource "aws_security_group_rule" "out" {
  type              = "egress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  # ok: terraform-aws-admin-port-open
  cidr_blocks       = ["0.0.0.0/0"]
  security_group_id = "sg-1"
}

resource "aws_security_group" "inline" {
  name = "inline"
  ingress {
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    # ruleid: terraform-aws-admin-port-open
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    # ok: terraform-aws-admin-port-open
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_s3_bucket_acl" "weak" {
  bucket = "media"
  # ruleid: terraform-aws-bucket-public
  acl    = "public-read"
}

resource "aws_s3_bucket_acl" "safe" {
  bucket = "media"
  # ok: terraform-aws-bucket-public
  acl    = "private"
}
