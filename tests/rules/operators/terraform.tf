resource "aws_security_group" "front" {
  ingress {
    # ruleid: terraform-open
    cidr_blocks = ["0.0.0.0/0"]
    # ruleid: terraform-open
    ipv6_cidr_blocks = ["::/0"]
  }
  ingress {
    # ok: terraform-open
    cidr_blocks = []
  }
  egress {
    # ok: terraform-open
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "back" {
  ingress {
    # ok: terraform-open
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_network_acl" "front" {
  # ok: terraform-open
  cidr_blocks = ["0.0.0.0/0"]
}

resource "aws_cloudfront_distribution" "shop" {
  # ruleid: terraform-tls
  minimum_protocol_version = "TLSv1"
}

resource "aws_cloudfront_distribution" "api" {
  # ok: terraform-tls
  minimum_protocol_version = "TLSv1.3"
}

resource "aws_db_instance" "shop" {
  # ruleid: terraform-encrypt
  storage_encrypted = false
  # ruleid: terraform-days
  retention_in_days = 7
  # ruleid: terraform-key
  signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh"
  # ruleid: terraform-dsn
  url = "postgres://app:s3cret@db/shop"
  # ruleid: terraform-hosts
  hosts = ["shop.example", "*"]
  # ruleid: terraform-policy
  policy = jsonencode({ Version = "2012", Action = "*", Resource = "*" })
  # ruleid: terraform-ranges
  range = cidrsubnet("0.0.0.0/0", 8, 2)
}

resource "aws_db_instance" "api" {
  # ok: terraform-encrypt
  storage_encrypted = true
  # ok: terraform-days
  retention_in_days = 365
  # ok: terraform-key
  label = "the signing key of invoices"
  # ok: terraform-dsn
  url = "postgres://app:test@db/shop"
  # ok: terraform-hosts
  hosts = ["shop.example", "api.example"]
  # ok: terraform-policy
  policy = jsonencode({ Version = "2012", Action = "s3:GetObject" })
  # ok: terraform-ranges
  range = cidrsubnet("10.0.0.0/8", 8, 2)
}

# ruleid: terraform-bucket
resource "aws_s3_bucket" "pictures" {
  bucket = "pictures"
  acl    = "public-read"
}

# ok: terraform-bucket
resource "aws_s3_bucket" "invoices" {
  bucket = "invoices"
  acl    = "private"
}

output "login" {
  # ruleid: terraform-log
  value = join(":", [var.user, var.password])
}

output "name" {
  # ok: terraform-log
  value = join(":", [var.user, var.host])
}

locals {
  shared = var.place
}

module "site" {
  # ruleid: terraform-redirect
  target = var.place
  # ok: terraform-redirect
  target = "https://shop.example"
  # ok: terraform-redirect
  target = var.home
  # ok: terraform-redirect
  mirror = var.place
}

output "state" {
  # ruleid: terraform-state
  value = data.terraform_remote_state.shop.outputs.password
}

output "place" {
  # ok: terraform-state
  value = data.terraform_remote_state.shop.outputs.place
}
