<?php
namespace App\Http\Controllers;

use Illuminate\Http\Request;

class HelloController extends Controller
{
    public function show(Request $request)
    {
        return view('hello.show', ['name' => $request->input('name'), 'title' => 'Hello']);
    }
}
