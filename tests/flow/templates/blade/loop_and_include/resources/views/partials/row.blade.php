{{-- ruleid: xss --}}
<b>{!! $item !!}</b>
{{-- ok: xss --}}
<b>{!! $other !!}</b>
