class FormulasController < ApplicationController
  def total
    # ruleid: ruby-code-injection
    eval(params[:formula])
    # ok: ruby-code-injection
    eval("1 + 2")
  end

  def hook
    # ruleid: ruby-code-injection-indirect
    eval(File.read("hook.rb"))
    # ok: ruby-code-injection-indirect
    eval("1 + 2")
  end
end
