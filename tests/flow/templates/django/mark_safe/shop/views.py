from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import mark_safe


def show(request):
    # ruleid: xss
    bold = mark_safe("<b>" + request.GET["name"] + "</b>")
    # ok: xss
    careful = format_html("<b>{}</b>", request.GET["name"])
    return render(request, "show.html", {"bold": bold, "careful": careful})
