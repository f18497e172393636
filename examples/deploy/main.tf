# Weak: the administration port is open to everyone (CWE-284).
resource "aws_security_group_rule" "ssh_from_anywhere" {
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
  security_group_id = aws_security_group.shelf.id
}

# Safe twin: only from the operations network.
resource "aws_security_group_rule" "ssh_from_operations" {
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = ["10.20.0.0/24"]
  security_group_id = aws_security_group.shelf.id
}

resource "aws_security_group" "shelf" {
  name = "mediashelf"
}

# Weak: everyone can read the originals (CWE-732).
resource "aws_s3_bucket_acl" "originals" {
  bucket = "mediashelf-originals"
  acl    = "public-read"
}

# Safe twin.
resource "aws_s3_bucket_acl" "previews" {
  bucket = "mediashelf-previews"
  acl    = "private"
}
