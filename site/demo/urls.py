from django.urls import path

from demo import views

app_name = "demo"

urlpatterns = [
    path("mail/", views.mailbox, name="mailbox"),
    path("mail/<int:pk>/", views.letter, name="letter"),
    path("sign-ins/", views.sign_ins, name="sign_ins"),
]
