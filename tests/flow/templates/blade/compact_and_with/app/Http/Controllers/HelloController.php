<?php
namespace App\Http\Controllers;

use Illuminate\Http\Request;

class HelloController extends Controller
{
    public function one(Request $request)
    {
        $name = $request->input('name');
        $title = 'Hello';
        return view('one', compact('name', 'title'));
    }

    public function two(Request $request)
    {
        return view('two')->with('name', $request->input('name'))->with('title', 'Hello');
    }
}
