# ruleid: tf-block, tf-nested
resource "aws_s3_bucket" "a" {
  bucket = "a"
  acl    = "public-read"
  versioning { enabled = false }
}
# ok: tf-block, tf-nested
resource "aws_s3_bucket" "b" {
  acl = "private"
  versioning { enabled = true }
}
locals {
  # ruleid: tf-policy
  a = jsonencode({ Effect = "Allow", Action = "*" })
  # ok: tf-policy
  b = jsonencode({ Effect = "Allow", Action = "s3:Get" })
}
