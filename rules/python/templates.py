import jinja2
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from flask import render_template, render_template_string, request
from markupsafe import Markup


def hello():
    first = render_template_string(f"<h1>Hello {request.args['name']}</h1>")
    second = jinja2.Template("Dear " + request.form["name"]).render()
    third = render_template_string("<h1>Hello {{ name }}</h1>", name=request.args["name"])
    fourth = render_template("hello.html", name=request.args["name"])
    return first, second, third, fourth


def environments(folder):
    loader = jinja2.FileSystemLoader(folder)
    # ruleid: python-autoescape-disabled
    plain = jinja2.Environment(loader=loader, autoescape=False)
    # ruleid: python-autoescape-disabled
    letter = jinja2.Template("<p>{{ text }}</p>", autoescape=False)
    # ok: python-autoescape-disabled
    good = jinja2.Environment(loader=loader, autoescape=True)
    # ok: python-autoescape-disabled
    best = jinja2.Environment(loader=loader, autoescape=jinja2.select_autoescape())
    return plain, letter, good, best


def badge(name):
    first = mark_safe(f"<b>{name}</b>")
    second = Markup("<b>%s</b>" % name)
    third = format_html("<b>{}</b>", name)
    fourth = Markup("<b>{}</b>").format(name)
    fifth = mark_safe("<b>" + escape(name) + "</b>")
    return first, second, third, fourth, fifth
