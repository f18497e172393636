import subprocess
import django


def by_method(request):
    name = request.POST.get("name")
    # ruleid: request-as-source
    subprocess.run("ping " + name)


def by_key(request):
    # ruleid: request-as-source
    subprocess.run("ping " + request.headers["HOST"])


def of_another(request, other):
    # ok: request-as-source
    subprocess.run("ping " + other.name)
