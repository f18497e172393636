import uuid

from flask import Flask, request

app = Flask(__name__)


@app.route("/photo", methods=["POST"])
def photo():
    file = request.files["photo"]
    # ruleid: python-upload-file-name
    file.save("/srv/photos/" + file.filename)
    # ok: python-upload-file-name
    file.save(f"/srv/photos/{uuid.uuid4()}.jpg")
    return "ok"
