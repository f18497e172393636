resource "aws_s3_bucket" "b" {
  bucket = "b-${var.env}"
  tags   = { Name = "x", "k" : 1 }
  rule {
    days = -1
  }
}
locals { ids = [for x in var.l : x.id if x.on] }
module "m" {
  on   = var.a == "p" ? f(1, l...) : null
  y    = data.d.k[0].arn
  z    = aws_x.y.*.id
  text = <<EOT
a ${var.b}
EOT
  if = "%{ if var.c }a%{ else }b%{ endif }"
}
