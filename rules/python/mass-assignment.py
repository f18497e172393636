from django.db import models
from rest_framework.views import APIView


class Account(models.Model):
    name = models.CharField(max_length=100)
    is_admin = models.BooleanField(default=False)


class AccountForm:
    pass


class Accounts(APIView):
    def post(self, request):
        # ruleid: python-mass-assignment
        account = Account(**request.data)
        # ruleid: python-mass-assignment
        Account.objects.create(**request.data)
        for key in request.data:
            # ruleid: python-mass-assignment
            setattr(account, key, 1)
        # ok: python-mass-assignment
        Account.objects.create(name=request.data["name"])
        # ok: python-mass-assignment
        form = AccountForm(**request.data)
        # ok: python-mass-assignment
        setattr(account, "name", request.data["name"])
        return form
