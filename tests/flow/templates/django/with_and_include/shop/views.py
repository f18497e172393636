from django.shortcuts import render


def item(request, number):
    context = {"item": {"name": request.POST["name"], "price": 3}}
    return render(request, "item.html", context)
