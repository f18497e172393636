@yield('content')
