from django.shortcuts import render


def search(request):
    query = request.GET.get("q", "")
    return render(request, "shop/search.html", {"query": query, "count": 3})
