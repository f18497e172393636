<?php
namespace App\Controller;

use Symfony\Bundle\FrameworkBundle\Controller\AbstractController;
use Symfony\Component\HttpFoundation\Request;

class HelloController extends AbstractController
{
    public function hello(Request $request)
    {
        return $this->render('hello/index.html.twig', ['name' => $request->query->get('name'), 'title' => 'Hello']);
    }
}
