# ruleid: tf-value-of-anything
resource "db" "a" {
  name    = "x"
  exports = ["audit", "error"]
}
# ok: tf-value-of-anything
resource "db" "b" {
  exports = []
}

# ruleid: tf-missing
resource "log_group" "a" {}
# ok: tf-missing
resource "log_group" "b" {
  tags       = { a = 1 }
  kms_key_id = aws_kms_key.k.arn
}

# ruleid: tf-deeper-block
resource "sql" "a" {
  settings {
    dynamic "x" {
      content {
        ip {
          mode   = "a"
          public = true
        }
      }
    }
  }
}
# ok: tf-deeper-block
resource "sql" "b" {
  settings {
    ip { public = false }
  }
}

resource "policy" "a" {
  policy = jsonencode({
    Statement = [
      # ruleid: tf-object
      { Sid = "a", Effect = "Allow", Action = ["s3:*", "*"] },
      # ok: tf-object
      { Sid = "b", Effect = "Deny", Action = ["*"] },
    ]
  })
}

# ruleid: tf-head
variable "acl" {
  default = "public"
}
locals {
  # ruleid: tf-constant
  acl       = var.acl
  other_acl = "private"
}
resource "bucket" "a" {
  # ruleid: tf-coerced
  retention = "0"
  # ruleid: tf-constant
  acl = local.acl
}
resource "bucket" "b" {
  # ok: tf-coerced
  retention = 10
  # ok: tf-constant
  acl = local.other_acl
}

resource "queue_policy" "a" {
  # ruleid: tf-heredoc
  policy = <<-EOT
    {"Version": "1", "Principal": "*"}
  EOT
}
resource "queue_policy" "b" {
  # ok: tf-heredoc
  policy = "{}"
}
