require "open3"

class ThumbnailsController < ApplicationController
  def create
    # ruleid: ruby-command-injection
    system("convert #{params[:name]} out.png")
    # ruleid: ruby-command-injection
    `identify #{params[:name]}`
    # ok: ruby-command-injection
    system("identify", params[:name])
    # ok: ruby-command-injection
    system("identify", "in.png")
    # ok: ruby-command-injection
    system("convert #{Shellwords.escape(params[:name])} out.png")
  end

  def nightly
    # ruleid: ruby-command-injection-indirect
    system(ENV["NIGHTLY_JOB"])
    # ok: ruby-command-injection-indirect
    system("nightly")
  end

  def tested
    if params[:host] =~ /\A[a-z0-9.]+\z/
      # ok: ruby-command-injection
      system("ping #{params[:host]}")
    end
    # `^` and `$` are those of a line.
    if params[:host] =~ /^[a-z0-9.]+$/
      # ruleid: ruby-command-injection
      system("ping #{params[:host]}")
    end
  end
end
