terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.0" }
  }
}

variable "env" {
  type    = string
  default = "dev"
}

locals {
  names  = ["a", "b"]
  tags   = { Name = "x-${var.env}", "k" : 1 }
  upper  = [for n in local.names : upper(n) if n != ""]
  by_key = { for k, v in local.tags : k => v }
  bucket = var.env == "prod" ? aws_s3_bucket.logs[0].id : null
}

# logs of the shop
resource "aws_s3_bucket" "logs" {
  bucket        = "logs-${var.env}"
  acl           = "public-read"
  force_destroy = !var.keep && true
  count         = length(local.names) - 1

  versioning {
    enabled = false
  }

  dynamic "rule" {
    for_each = toset(var.rules)
    content {
      port = rule.value["port"]
    }
  }

  lifecycle {
    ignore_changes = [tags]
  }
}

resource aws_iam_policy "all" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
  text = <<EOT
    hello ${var.env}
  EOT
  ids  = aws_instance.web.*.id
  all  = aws_instance.web[*].arn
  args = concat(local.names...)
}

module "net" {
  source = "./net"
}

output "id" { value = module.net.id }
